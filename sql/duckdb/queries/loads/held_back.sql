-- scope: internal
-- Rows that a load held back, by rule and by what became of them since, and rows of earlier loads that it settled. $load: the load.
SELECT q.rule_id, q.status, q.load_id < $load AS settled, COUNT(*) AS held_back
FROM load_quarantine AS q
WHERE q.load_id = $load OR (q.resolved_by_load = $load AND q.load_id < $load)
GROUP BY q.rule_id, q.status, q.load_id < $load
ORDER BY settled, q.rule_id, q.status
