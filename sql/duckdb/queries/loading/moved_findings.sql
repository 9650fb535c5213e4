-- scope: internal
-- Rows of a load that give findings another day of decision, landlord or finding under the case and element that they had before; in the
-- columns of the queries for stages and contacts, of which findings have no others. $source_system: the source; $load: the load.
SELECT
  COUNT(DISTINCT restated.source_row) FILTER (WHERE earlier.determined_on <> restated.determined_on) AS other_day,
  COUNT(DISTINCT restated.source_row) FILTER (WHERE earlier.landlord_code <> restated.landlord_code) AS other_landlord,
  CAST(0 AS BIGINT) AS other_home,
  CAST(0 AS BIGINT) AS other_stock_type,
  CAST(0 AS BIGINT) AS leaves,
  CAST(0 AS BIGINT) AS joins,
  CAST(0 AS BIGINT) AS lost_answer,
  CAST(0 AS BIGINT) AS other_answer,
  COUNT(DISTINCT restated.source_row) FILTER (WHERE earlier.finding <> restated.finding) AS other_outcome,
  CAST(0 AS BIGINT) AS other_acknowledgement,
  CAST(0 AS BIGINT) AS other_logging,
  CAST(0 AS BIGINT) AS other_extension,
  CAST(0 AS BIGINT) AS other_amount
FROM fact_finding AS restated
JOIN fact_finding AS earlier USING (source_system, ombudsman_reference, element)
WHERE restated.source_system = $source_system
  AND restated.recorded_from_load = $load
  AND {{current restated}}
  AND earlier.recorded_to_load = $load
  AND earlier.recorded_from_load < $load
