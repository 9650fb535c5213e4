-- scope: internal
-- Findings that a load brings, each beside findings loaded before that can be the same. As for cases, in renamed_stages.sql.
-- $load: the load; $most_cases: new findings looked at; $most_pairs: rows of the answer.
WITH brought AS (
  SELECT DISTINCT ombudsman_reference, landlord_code, determined_on
  FROM fact_finding AS finding
  WHERE source_system = $source_system
    AND recorded_from_load = $load
    AND {{current finding}}
    AND NOT EXISTS (
      SELECT 1
      FROM fact_finding AS earlier
      WHERE earlier.source_system = $source_system
        AND earlier.ombudsman_reference = finding.ombudsman_reference
        AND earlier.recorded_from_load < $load
    )
  ORDER BY HASH(ombudsman_reference)
  LIMIT $most_cases
),
brought_number AS (
  SELECT *, LTRIM(UNNEST(REGEXP_EXTRACT_ALL(ombudsman_reference, '[0-9]+')), '0') AS number
  FROM brought
),
known AS (
  SELECT ombudsman_reference, source_system, landlord_code, determined_on
  FROM fact_finding AS finding
  SEMI JOIN brought USING (landlord_code, determined_on)
  WHERE recorded_from_load < $load AND {{current finding}}
),
known_number AS (
  SELECT *, LTRIM(UNNEST(REGEXP_EXTRACT_ALL(ombudsman_reference, '[0-9]+')), '0') AS number
  FROM known
)
SELECT DISTINCT
  mine.ombudsman_reference,
  other.ombudsman_reference AS known_reference,
  other.source_system,
  (SELECT COUNT(*) FROM brought) AS cases
FROM brought_number AS mine
JOIN known_number AS other USING (landlord_code, determined_on, number)
WHERE UPPER(mine.ombudsman_reference) <> UPPER(other.ombudsman_reference)
LIMIT $most_pairs
