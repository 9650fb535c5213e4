-- The scores of a day as they were shown. $model_version: version of the model; $as_of: the day; $load: the newest load the scores knew
-- of. The dates of the case are those known then; who may see it, and where it belongs, goes by what is known now.
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
  AND {{current s}}
JOIN fact_stage k
  ON k.source_system = e.source_system
  AND k.case_reference = e.case_reference
  AND k.stage = 1
  AND {{known k at e.recorded_load}}
LEFT JOIN dim_landlord l ON l.landlord_key = s.landlord_key
LEFT JOIN dim_service_area a ON a.service_area_key = s.service_area_key
LEFT JOIN dim_category c ON c.category_key = s.category_key
WHERE e.model_version = $model_version
  AND e.as_of = $as_of
  AND e.recorded_load = $load
ORDER BY e.probability DESC, e.source_system, e.case_reference
