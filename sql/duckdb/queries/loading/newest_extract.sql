-- scope: internal
-- The last day that the extracts of a source knew about whose rows stand: a full one takes the place of all before it, also of later days;
-- null where there was none. $source_system: the source; $target, $other_target: what it was loaded as, in either of two shapes.
WITH extract AS (
  SELECT l.load_id, l.extract_date, BOOL_OR(f.mode = 'full') AS is_full
  FROM load AS l
  JOIN load_file AS f ON f.load_id = l.load_id
  WHERE f.source_system = $source_system AND f.target IN ($target, $other_target)
  GROUP BY l.load_id, l.extract_date
)
SELECT MAX(extract_date) AS newest
FROM extract
WHERE load_id >= COALESCE((SELECT MAX(load_id) FROM extract WHERE is_full), 0)
