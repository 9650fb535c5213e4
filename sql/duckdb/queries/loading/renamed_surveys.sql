-- scope: internal
-- Surveys that a load brings, each beside surveys loaded before that can be the same. As for cases, in renamed_stages.sql.
-- $load: the load; $most_cases: new surveys looked at; $most_pairs: rows of the answer.
WITH brought AS (
  SELECT DISTINCT survey_reference, landlord_code, landlord_on
  FROM fact_survey AS sent
  WHERE source_system = $source_system
    AND recorded_from_load = $load
    AND {{current sent}}
    AND NOT EXISTS (
      SELECT 1
      FROM fact_survey AS earlier
      WHERE earlier.source_system = $source_system
        AND earlier.survey_reference = sent.survey_reference
        AND earlier.recorded_from_load < $load
    )
  ORDER BY HASH(survey_reference)
  LIMIT $most_cases
),
brought_number AS (
  SELECT *, LTRIM(UNNEST(REGEXP_EXTRACT_ALL(survey_reference, '[0-9]+')), '0') AS number
  FROM brought
),
known AS (
  SELECT survey_reference, source_system, landlord_code, landlord_on
  FROM fact_survey AS sent
  SEMI JOIN brought USING (landlord_code, landlord_on)
  WHERE recorded_from_load < $load AND {{current sent}}
),
known_number AS (
  SELECT *, LTRIM(UNNEST(REGEXP_EXTRACT_ALL(survey_reference, '[0-9]+')), '0') AS number
  FROM known
)
SELECT DISTINCT
  mine.survey_reference,
  other.survey_reference AS known_reference,
  other.source_system,
  (SELECT COUNT(*) FROM brought) AS cases
FROM brought_number AS mine
JOIN known_number AS other USING (landlord_code, landlord_on, number)
WHERE UPPER(mine.survey_reference) <> UPPER(other.survey_reference)
LIMIT $most_pairs
