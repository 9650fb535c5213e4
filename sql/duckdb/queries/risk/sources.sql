-- scope: scoped
-- The last day that each source of complaints knew about, of the sources with a complaint that the reader may see. $load: the newest load
-- the scores knew of.
SELECT e.source_system, ARG_MAX(e.known_to, e.load_id) AS known_to
FROM source_known_to e
WHERE e.load_id <= $load
  AND e.source_system IN (SELECT s.source_system FROM fact_stage s WHERE {{current s}} AND {{may see s.landlord_code}})
GROUP BY e.source_system
ORDER BY e.source_system
