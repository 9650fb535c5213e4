-- scope: internal
-- Residents whom a load gives another landlord from the same first day as before, a band less than before, or another band from the same
-- first day; in the columns of the queries for stages and contacts. $source_system: the source; $load: the load.
WITH earlier AS (
  SELECT *
  FROM dim_resident_characteristics
  WHERE source_system = $source_system
    AND recorded_to_load = $load
    AND recorded_from_load < $load
  QUALIFY ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY valid_from DESC) = 1
),
restated AS (
  SELECT *
  FROM dim_resident_characteristics AS f
  WHERE source_system = $source_system
    AND {{current f}}
  QUALIFY ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY valid_from DESC) = 1
),
changed AS (
  SELECT
    restated.customer_id,
    restated.valid_from = earlier.valid_from AND restated.landlord_code <> earlier.landlord_code AS other_landlord,
    (restated.age_band IS NULL AND earlier.age_band IS NOT NULL)
      OR (restated.ethnicity_band IS NULL AND earlier.ethnicity_band IS NOT NULL)
      OR (restated.disability_band IS NULL AND earlier.disability_band IS NOT NULL)
      OR (restated.vulnerability_band IS NULL AND earlier.vulnerability_band IS NOT NULL)
      OR (restated.adjustment_band IS NULL AND earlier.adjustment_band IS NOT NULL)
      OR (
        restated.valid_from = earlier.valid_from
        AND (
          restated.age_band <> earlier.age_band
          OR restated.ethnicity_band <> earlier.ethnicity_band
          OR restated.disability_band <> earlier.disability_band
          OR restated.vulnerability_band <> earlier.vulnerability_band
          OR restated.adjustment_band <> earlier.adjustment_band
        )
      ) AS other_band
  FROM restated
  JOIN earlier USING (customer_id)
)
SELECT
  CAST(0 AS BIGINT) AS other_day,
  COUNT(*) FILTER (WHERE other_landlord) AS other_landlord,
  CAST(0 AS BIGINT) AS other_home,
  CAST(0 AS BIGINT) AS other_stock_type,
  CAST(0 AS BIGINT) AS leaves,
  CAST(0 AS BIGINT) AS joins,
  CAST(0 AS BIGINT) AS lost_answer,
  CAST(0 AS BIGINT) AS other_answer,
  COUNT(*) FILTER (WHERE other_band) AS other_outcome,
  CAST(0 AS BIGINT) AS other_acknowledgement,
  CAST(0 AS BIGINT) AS other_logging,
  CAST(0 AS BIGINT) AS other_extension,
  CAST(0 AS BIGINT) AS other_amount
FROM changed
