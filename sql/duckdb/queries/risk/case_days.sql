-- scope: scoped
-- The cases of a reference that the reader may see, by source system, each with the days of the lists that it is on, newest first; a case on
-- no list has one row without a day. $case_reference: the reference.
SELECT DISTINCT s.source_system, e.as_of
FROM fact_stage AS s
LEFT JOIN fact_escalation_score AS e
  ON e.source_system = s.source_system
  AND e.case_reference = s.case_reference
WHERE s.case_reference = $case_reference
  AND s.stage = 1
  AND {{current s}}
  AND {{may see s.landlord_code}}
ORDER BY s.source_system, e.as_of DESC
