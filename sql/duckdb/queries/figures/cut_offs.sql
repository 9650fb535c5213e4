-- Up to which day each source told what happened to complaints. $load: the last load that counts.
SELECT e.source_system, MAX(e.extract_date) AS cut_off
FROM source_extract AS e
WHERE e.brought_complaints AND e.load_id <= $load
GROUP BY e.source_system
