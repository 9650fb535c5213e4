-- scope: internal
-- The loads, newest first, each with its files in the order of their names. $load: one of them; null for all.
SELECT
  l.load_id,
  l.load_set,
  l.extract_date,
  l.finished_at,
  l.facts_added,
  l.facts_changed,
  l.facts_closed,
  l.facts_withdrawn,
  f.file_name,
  f.source_system,
  f.target,
  f.mode,
  f.rows_read,
  f.rows_loaded,
  f.rows_unchanged,
  f.rows_quarantined,
  f.fresh_for_days
FROM load AS l
LEFT JOIN load_file AS f ON f.load_id = l.load_id
WHERE l.load_id = COALESCE(CAST($load AS INTEGER), l.load_id)
ORDER BY l.load_id DESC, f.file_name, f.target
