-- scope: internal
-- Rows of a load that give actions another day on which they were made or done, or none, or another kind under the references that they had
-- before; in the columns of the queries for stages and contacts. A later day due is no mistake: actions are put off. $source_system: the
-- source; $load: the load.
SELECT
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.made_on IS NOT NULL AND earlier.made_on IS DISTINCT FROM restated.made_on
  ) AS other_day,
  CAST(0 AS BIGINT) AS other_landlord,
  CAST(0 AS BIGINT) AS other_home,
  CAST(0 AS BIGINT) AS other_stock_type,
  CAST(0 AS BIGINT) AS leaves,
  CAST(0 AS BIGINT) AS joins,
  COUNT(DISTINCT restated.source_row) FILTER (WHERE earlier.done_on IS NOT NULL AND restated.done_on IS NULL) AS lost_answer,
  COUNT(DISTINCT restated.source_row) FILTER (WHERE earlier.done_on <> restated.done_on) AS other_answer,
  COUNT(DISTINCT restated.source_row) FILTER (WHERE earlier.kind <> restated.kind) AS other_outcome,
  CAST(0 AS BIGINT) AS other_acknowledgement,
  CAST(0 AS BIGINT) AS other_logging,
  CAST(0 AS BIGINT) AS other_extension,
  CAST(0 AS BIGINT) AS other_amount
FROM fact_action AS restated
JOIN fact_action AS earlier USING (source_system, case_reference, action_reference)
WHERE restated.source_system = $source_system
  AND restated.recorded_from_load = $load
  AND {{current restated}}
  AND earlier.recorded_to_load = $load
  AND earlier.recorded_from_load < $load
