-- scope: internal
-- Rows of a load that give payments another day of offer, another day of payment or none, or another amount under the references that they
-- had before; in the columns of the queries for stages and contacts, of which payments have no others. $source_system: the source; $load:
-- the load.
SELECT
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.offered_on IS NOT NULL AND earlier.offered_on IS DISTINCT FROM restated.offered_on
  ) AS other_day,
  CAST(0 AS BIGINT) AS other_landlord,
  CAST(0 AS BIGINT) AS other_home,
  CAST(0 AS BIGINT) AS other_stock_type,
  CAST(0 AS BIGINT) AS leaves,
  CAST(0 AS BIGINT) AS joins,
  COUNT(DISTINCT restated.source_row) FILTER (WHERE earlier.paid_on IS NOT NULL AND restated.paid_on IS NULL) AS lost_answer,
  COUNT(DISTINCT restated.source_row) FILTER (WHERE earlier.paid_on <> restated.paid_on) AS other_answer,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.kind <> restated.kind OR earlier.ordered_by <> restated.ordered_by
  ) AS other_outcome,
  CAST(0 AS BIGINT) AS other_acknowledgement,
  CAST(0 AS BIGINT) AS other_logging,
  CAST(0 AS BIGINT) AS other_extension,
  COUNT(DISTINCT restated.source_row) FILTER (WHERE earlier.amount <> restated.amount) AS other_amount
FROM fact_compensation AS restated
JOIN fact_compensation AS earlier USING (source_system, case_reference, payment_reference)
WHERE restated.source_system = $source_system
  AND restated.recorded_from_load = $load
  AND {{current restated}}
  AND earlier.recorded_to_load = $load
  AND earlier.recorded_from_load < $load
