-- The last day that each source of complaints knew about. $load: the newest load the scores knew of.
SELECT e.source_system, MAX(e.extract_date) AS known_to
FROM source_extract e
WHERE e.brought_complaints AND e.load_id <= $load
GROUP BY e.source_system
ORDER BY e.source_system
