-- scope: internal
-- How many rows the last full extracts of a source had, oldest first. $source_system: the source; $target: what it was loaded as; $most: of
-- how many loads.
SELECT load_id, row_count
FROM (
  SELECT f.load_id, CAST(SUM(f.rows_read) AS BIGINT) AS row_count
  FROM load_file AS f
  WHERE f.source_system = $source_system AND f.target = $target
  GROUP BY f.load_id
  HAVING BOOL_OR(f.mode = 'full')
  ORDER BY f.load_id DESC
  LIMIT $most
)
ORDER BY load_id
