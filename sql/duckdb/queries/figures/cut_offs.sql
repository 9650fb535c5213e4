-- scope: internal
-- Up to which day each source told what happened to complaints, by the loads whose rows stand. $load: the last load that counts.
SELECT e.source_system, ARG_MAX(e.known_to, e.load_id) AS cut_off
FROM source_known_to AS e
WHERE e.load_id <= $load
GROUP BY e.source_system
