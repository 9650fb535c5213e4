-- scope: internal
-- Rows of a load that give orders another day on which they are due or were complied with, or none, another landlord, kind or amount under
-- the references that they had before; in the columns of the queries for stages and contacts. $source_system: the source; $load: the load.
SELECT
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.due_on IS NOT NULL AND earlier.due_on IS DISTINCT FROM restated.due_on
  ) AS other_day,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.landlord_code <> restated.landlord_code
  ) AS other_landlord,
  CAST(0 AS BIGINT) AS other_home,
  CAST(0 AS BIGINT) AS other_stock_type,
  CAST(0 AS BIGINT) AS leaves,
  CAST(0 AS BIGINT) AS joins,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.complied_on IS NOT NULL AND restated.complied_on IS NULL
  ) AS lost_answer,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.complied_on <> restated.complied_on
  ) AS other_answer,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.kind <> restated.kind
  ) AS other_outcome,
  CAST(0 AS BIGINT) AS other_acknowledgement,
  CAST(0 AS BIGINT) AS other_logging,
  CAST(0 AS BIGINT) AS other_extension,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.amount IS NOT NULL AND earlier.amount IS DISTINCT FROM restated.amount
  ) AS other_amount
FROM fact_order AS restated
JOIN fact_order AS earlier USING (source_system, ombudsman_reference, order_reference)
WHERE restated.source_system = $source_system
  AND restated.recorded_from_load = $load
  AND {{current restated}}
  AND earlier.recorded_to_load = $load
  AND earlier.recorded_from_load < $load
