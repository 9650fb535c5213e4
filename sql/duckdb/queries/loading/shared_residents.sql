-- scope: internal
-- Residents of a source who stand in more complaints of more homes than a household can have, or in as many without any home, and the one
-- that stands in most. $source_system: the source; $cases, $homes: more than these.
WITH often AS (
  SELECT resident_key
  FROM fact_stage
  WHERE source_system = $source_system
    AND resident_key <> 0
    AND {{current}}
  GROUP BY resident_key
  HAVING COUNT(*) > $cases
),
shared AS (
  SELECT
    COUNT(DISTINCT fact.case_reference) AS cases,
    COUNT(DISTINCT NULLIF(fact.property_id, 0)) AS homes,
    MIN(fact.case_reference) AS first_case
  FROM fact_stage AS fact
  JOIN often USING (resident_key)
  WHERE fact.source_system = $source_system
    AND {{current fact}}
  GROUP BY fact.resident_key
)
SELECT
  COUNT(*) AS residents,
  MAX(cases) AS cases,
  ARG_MAX(homes, cases) AS homes,
  ARG_MAX(first_case, cases) AS first_case
FROM shared
WHERE cases > $cases
  AND (homes > $homes OR homes = 0)
