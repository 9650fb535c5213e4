-- The extracts of each source that ever brought complaints, and the day up to which they know. $load: the load as known at which.
SELECT e.source_system, e.load_id, e.extract_date, e.brought_complaints
FROM source_extract e
WHERE e.load_id <= $load
  AND e.source_system IN (SELECT b.source_system FROM source_extract b WHERE b.brought_complaints AND b.load_id <= $load)
ORDER BY e.source_system, e.load_id
