-- The days of the lists that a case is on, newest first. $source_system: its source system; $case_reference: its reference.
SELECT DISTINCT e.as_of
FROM fact_escalation_score AS e
WHERE e.source_system = $source_system
  AND e.case_reference = $case_reference
ORDER BY e.as_of DESC
