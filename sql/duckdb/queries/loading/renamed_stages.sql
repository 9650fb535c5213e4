-- scope: internal
-- Cases that a load brings, each beside cases loaded before with the same landlord and day of receipt and a number of its reference in theirs:
-- whether their references differ by the same words all over is for the caller to see. Of many, some. $source_system: the source; $load: the
-- load; $most_cases: new cases looked at; $most_pairs: rows of the answer.
WITH brought AS (
  SELECT case_reference, landlord_code, received_on
  FROM fact_stage AS stage
  WHERE source_system = $source_system
    AND recorded_from_load = $load
    AND stage = 1
    AND {{current stage}}
    AND NOT EXISTS (
      SELECT 1
      FROM fact_stage AS earlier
      WHERE earlier.source_system = $source_system
        AND earlier.case_reference = stage.case_reference
        AND earlier.recorded_from_load < $load
    )
  ORDER BY HASH(case_reference)
  LIMIT $most_cases
),
brought_number AS (
  SELECT *, LTRIM(UNNEST(REGEXP_EXTRACT_ALL(case_reference, '[0-9]+')), '0') AS number
  FROM brought
),
known AS (
  SELECT case_reference, source_system, landlord_code, received_on
  FROM fact_stage AS stage
  SEMI JOIN brought USING (landlord_code, received_on)
  WHERE recorded_from_load < $load AND stage.stage = 1 AND {{current stage}}
),
known_number AS (
  SELECT *, LTRIM(UNNEST(REGEXP_EXTRACT_ALL(case_reference, '[0-9]+')), '0') AS number
  FROM known
)
SELECT DISTINCT
  mine.case_reference,
  other.case_reference AS known_reference,
  other.source_system,
  (SELECT COUNT(*) FROM brought) AS cases
FROM brought_number AS mine
JOIN known_number AS other USING (landlord_code, received_on, number)
WHERE UPPER(mine.case_reference) <> UPPER(other.case_reference)
LIMIT $most_pairs
