-- The last day that each source of complaints knew about. $load: the newest load the scores knew of.
SELECT e.source_system, ARG_MAX(e.known_to, e.load_id) AS known_to
FROM source_known_to e
WHERE e.load_id <= $load
GROUP BY e.source_system
ORDER BY e.source_system
