-- The scores of a day with what is known of their cases now. $p0: version of the model; $p1: the day; $p2: the newest load the scores knew of.
-- A case that was scored for the day before, and was not at risk when the day was scored again, has an older load and is left out.
SELECT
  e.source_system,
  e.case_reference,
  e.probability,
  e.reasons,
  s.landlord_code,
  l.name AS landlord_name,
  a.code AS service_area,
  s.received_on,
  s.responded_on,
  s.standard_due_on,
  s.extended_due_on
FROM fact_escalation_score e
JOIN fact_stage s
  ON s.source_system = e.source_system
  AND s.case_reference = e.case_reference
  AND s.stage = 1
  AND s.recorded_to_load = 2147483647
LEFT JOIN dim_landlord l ON l.landlord_key = s.landlord_key
LEFT JOIN dim_service_area a ON a.service_area_key = s.service_area_key
WHERE e.model_version = $p0
  AND e.as_of = $p1
  AND e.recorded_load = $p2
ORDER BY e.probability DESC, e.source_system, e.case_reference
