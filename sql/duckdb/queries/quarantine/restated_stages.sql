-- scope: internal
-- Whether any load held back a row of a case that is loaded under the same key: one row, or none.
SELECT 1
FROM load_quarantine q
JOIN fact_stage f
  ON f.source_system = q.source_system
  AND f.case_reference = REGEXP_REPLACE(REGEXP_EXTRACT(q.row_key, '^((?:[^\\/]|\\.)*)', 1), '\\(.)', '\1', 'g')
WHERE q.target IN ('stage', 'complaint')
  AND q.rule_id <> 'duplicate-row'
LIMIT 1
