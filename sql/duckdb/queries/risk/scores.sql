-- scope: scoped
-- The scores of a day as they were shown, riskiest first, with the number there are before the list is cut. $model_version: version of the
-- model; $as_of: the day; $load: the newest load the scores knew of; $landlord, $service_area, $category, $state (open or answered): null for
-- all; $least_probability; $most: rows. Who may see a case, and where it belongs, goes by what is known now. The days of the case are those
-- known then, as they were recorded: what of them had happened by the day up to which the case was known, and when it was due by that, is
-- read by the clock that every other reader of a past day goes by, not here.
SELECT d.*, COUNT(*) OVER () AS at_risk
FROM (
  SELECT
    e.source_system,
    e.case_reference,
    e.probability,
    e.reasons,
    s.landlord_code,
    l.name AS landlord_name,
    a.code AS service_area,
    k.received_on,
    CASE WHEN k.responded_on <= e.known_to THEN k.responded_on END AS responded_on,
    e.known_to,
    c.code AS category,
    k.logged_on,
    k.acknowledged_on,
    k.extension_agreed_on,
    k.extension_to,
    k.extension_reason,
    k.ombudsman_details_given,
    r.rule_id
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
  LEFT JOIN dim_code_rule r ON r.code_rule_key = k.code_rule_key
  LEFT JOIN dim_landlord l ON l.landlord_key = s.landlord_key
  LEFT JOIN dim_service_area a ON a.service_area_key = s.service_area_key
  LEFT JOIN dim_category c ON c.category_key = s.category_key
  WHERE e.model_version = $model_version
    AND e.as_of = $as_of
    AND e.recorded_load = $load
    AND {{may see s.landlord_code}}
) d
WHERE (CAST($landlord AS VARCHAR) IS NULL OR d.landlord_code = $landlord)
  AND (CAST($service_area AS VARCHAR) IS NULL OR LOWER(d.service_area) = LOWER($service_area))
  AND (
    CAST($category AS VARCHAR) IS NULL
    OR LOWER(d.category) = LOWER($category)
    OR STARTS_WITH(LOWER(d.category), LOWER($category) || ' > ')
  )
  AND (CAST($state AS VARCHAR) IS NULL OR CASE WHEN d.responded_on IS NULL THEN 'open' ELSE 'answered' END = $state)
  AND d.probability >= $least_probability
ORDER BY d.probability DESC, d.source_system, d.case_reference
LIMIT $most
