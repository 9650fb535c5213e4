-- scope: internal
-- Of each landlord and each stage that a source gave before a load: the stages that there were, and those that the load withdraws. Parts
-- that lose nothing are left out. $source_system: the source; $load: the load.
WITH before AS (
  SELECT
    f.landlord_code,
    f.stage,
    f.recorded_to_load = $load
      AND NOT EXISTS (
        SELECT 1
        FROM fact_stage AS stays
        WHERE stays.source_system = f.source_system
          AND stays.case_reference = f.case_reference
          AND stays.stage = f.stage
          AND {{current stays}}
      ) AS withdrawn
  FROM fact_stage AS f
  WHERE f.source_system = $source_system
    AND f.recorded_from_load < $load
    AND f.recorded_to_load >= $load
)
SELECT part, COUNT(*) FILTER (WHERE withdrawn) AS withdrawn, COUNT(*) AS facts
FROM (
  SELECT 'landlord ' || landlord_code AS part, withdrawn FROM before
  UNION ALL
  SELECT 'stage ' || CAST(stage AS VARCHAR), withdrawn FROM before
)
GROUP BY part
HAVING COUNT(*) FILTER (WHERE withdrawn) > 0
ORDER BY part
