-- Which day each load's extract knew up to.
SELECT l.load_id, l.extract_date
FROM load l
WHERE l.load_id <= $p0
ORDER BY l.load_id
