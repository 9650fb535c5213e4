-- scope: internal
-- The extracts of each source that ever brought complaints, and the day up to which the source's complaints stood after each. $load: the
-- load as known at which.
SELECT e.source_system, e.load_id, e.extract_date, e.brought_complaints, k.known_to
FROM source_extract e
LEFT JOIN source_known_to k ON k.source_system = e.source_system AND k.load_id = e.load_id
WHERE e.load_id <= $load
  AND e.source_system IN (SELECT b.source_system FROM source_extract b WHERE b.brought_complaints AND b.load_id <= $load)
ORDER BY e.source_system, e.load_id
