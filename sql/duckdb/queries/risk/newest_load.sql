-- scope: internal
-- The newest load that told anything of complaints or their handling, be it that nothing changed up to a later day.
-- $scores_load_set: name under which scores are published, which tells nothing.
SELECT COALESCE(MAX(l.load_id), 0) AS newest_load
FROM load AS l
JOIN load_file AS f ON f.load_id = l.load_id
WHERE l.load_set <> $scores_load_set
  AND f.target IN ('stage', 'complaint', 'communication', 'action')
  AND f.rows_loaded + f.rows_unchanged > 0
