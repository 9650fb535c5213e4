-- scope: internal
-- Of each landlord and each kind of contact that a source gave before a load: the contacts that there were, and those that the load
-- withdraws. Parts that lose nothing are left out. $source_system: the source; $load: the load.
WITH before AS (
  SELECT
    f.landlord_code,
    f.kind,
    f.recorded_to_load = $load
      AND NOT EXISTS (
        SELECT 1
        FROM fact_contact AS stays
        WHERE stays.source_system = f.source_system
          AND stays.contact_reference = f.contact_reference
          AND {{current stays}}
      ) AS withdrawn
  FROM fact_contact AS f
  WHERE f.source_system = $source_system
    AND f.recorded_from_load < $load
    AND f.recorded_to_load >= $load
)
SELECT part, COUNT(*) FILTER (WHERE withdrawn) AS withdrawn, COUNT(*) AS facts
FROM (
  SELECT 'landlord ' || landlord_code AS part, withdrawn FROM before
  UNION ALL
  SELECT 'kind ' || kind, withdrawn FROM before
)
GROUP BY part
HAVING COUNT(*) FILTER (WHERE withdrawn) > 0
ORDER BY part
