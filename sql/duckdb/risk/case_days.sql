-- The days of the lists that a case is on, newest first. $p0: its source system; $p1: its reference.
SELECT DISTINCT e.as_of
FROM fact_escalation_score AS e
WHERE e.source_system = $p0
  AND e.case_reference = $p1
ORDER BY e.as_of DESC
