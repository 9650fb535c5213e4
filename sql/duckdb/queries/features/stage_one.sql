-- scope: internal
-- Stage 1 of every case, a row per recorded version. $load: the load as known at which; $still_current_after: the same load
-- for the versions current then, 0 for all versions recorded up to then.
SELECT
  s.source_system,
  s.case_reference,
  s.recorded_from_load,
  s.recorded_to_load,
  s.received_on,
  s.logged_on,
  s.acknowledged_on,
  s.responded_on,
  s.closed_on,
  s.extension_agreed_on,
  s.extension_to,
  s.extension_reason,
  s.ombudsman_details_given,
  s.status,
  r.rule_id,
  s.landlord_code,
  s.stock_type,
  s.tenure_code,
  a.code AS service_area,
  c.code AS category,
  h.code AS channel,
  o.code AS outcome,
  k.code AS contractor,
  CAST(s.points_raised AS INTEGER) AS points_raised,
  CAST(s.resident_key AS BIGINT) AS household,
  s.property_id AS home,
  p.block_reference AS block,
  p.allocator AS block_allocator
FROM fact_stage s
LEFT JOIN dim_service_area a ON a.service_area_key = s.service_area_key
LEFT JOIN dim_category c ON c.category_key = s.category_key
LEFT JOIN dim_channel h ON h.channel_key = s.channel_key
LEFT JOIN dim_outcome o ON o.outcome_key = s.outcome_key
LEFT JOIN dim_contractor k ON k.contractor_key = s.contractor_key
LEFT JOIN dim_code_rule r ON r.code_rule_key = s.code_rule_key
LEFT JOIN dim_property p
  ON p.property_key = s.property_key AND {{known p at $load}}
WHERE s.stage = 1
  AND s.recorded_from_load < s.recorded_to_load
  AND s.recorded_from_load <= $load
  AND s.recorded_to_load > $still_current_after
ORDER BY s.source_system, s.case_reference, s.recorded_from_load
