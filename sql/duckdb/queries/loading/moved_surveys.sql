-- scope: internal
-- Rows of a load that give surveys another day on which they were sent or answered, or none, another landlord, answer or score under the
-- references that they had before; in the columns of the queries for stages and contacts. $source_system: the source; $load: the load.
SELECT
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.sent_on IS NOT NULL AND earlier.sent_on IS DISTINCT FROM restated.sent_on
  ) AS other_day,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.landlord_code <> restated.landlord_code
  ) AS other_landlord,
  CAST(0 AS BIGINT) AS other_home,
  CAST(0 AS BIGINT) AS other_stock_type,
  CAST(0 AS BIGINT) AS leaves,
  CAST(0 AS BIGINT) AS joins,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.answered_on IS NOT NULL AND restated.answered_on IS NULL
  ) AS lost_answer,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.answered_on <> restated.answered_on
  ) AS other_answer,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE (earlier.answer <> '' AND earlier.answer <> restated.answer)
      OR (earlier.score IS NOT NULL AND earlier.score IS DISTINCT FROM restated.score)
  ) AS other_outcome,
  CAST(0 AS BIGINT) AS other_acknowledgement,
  CAST(0 AS BIGINT) AS other_logging,
  CAST(0 AS BIGINT) AS other_extension,
  COUNT(DISTINCT restated.source_row) FILTER (
    WHERE earlier.answers <> restated.answers
  ) AS other_amount
FROM fact_survey AS restated
JOIN fact_survey AS earlier USING (source_system, survey_reference, question)
WHERE restated.source_system = $source_system
  AND restated.recorded_from_load = $load
  AND {{current restated}}
  AND earlier.recorded_to_load = $load
  AND earlier.recorded_from_load < $load
