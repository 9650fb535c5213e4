-- The scores of a day as they were shown. $p0: version of the model; $p1: the day; $p2: the newest load the scores knew of. The dates of the
-- case are those known then; who may see it, and where it belongs, goes by what is known now.
SELECT
  e.source_system,
  e.case_reference,
  e.probability,
  e.reasons,
  s.landlord_code,
  l.name AS landlord_name,
  a.code AS service_area,
  k.received_on,
  k.responded_on,
  k.standard_due_on,
  k.extended_due_on,
  e.known_to,
  c.code AS category
FROM fact_escalation_score e
JOIN fact_stage s
  ON s.source_system = e.source_system
  AND s.case_reference = e.case_reference
  AND s.stage = 1
  AND s.recorded_to_load = 2147483647
JOIN fact_stage k
  ON k.source_system = e.source_system
  AND k.case_reference = e.case_reference
  AND k.stage = 1
  AND k.recorded_from_load <= e.recorded_load
  AND k.recorded_to_load > e.recorded_load
LEFT JOIN dim_landlord l ON l.landlord_key = s.landlord_key
LEFT JOIN dim_service_area a ON a.service_area_key = s.service_area_key
LEFT JOIN dim_category c ON c.category_key = s.category_key
WHERE e.model_version = $p0
  AND e.as_of = $p1
  AND e.recorded_load = $p2
ORDER BY e.probability DESC, e.source_system, e.case_reference
