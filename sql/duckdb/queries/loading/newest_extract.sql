-- The last day that any extract of a source knew about; null where there was none. $source_system: the source; $target, $other_target: what
-- it was loaded as, in either of two shapes.
SELECT MAX(l.extract_date) AS newest
FROM load AS l
JOIN load_file AS f ON f.load_id = l.load_id
WHERE f.source_system = $source_system AND f.target IN ($target, $other_target)
