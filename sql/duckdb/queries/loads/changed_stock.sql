-- scope: scoped
-- The counts of homes that a load added, changed, withdrew or closed, that the reader may see. $load: the load.
WITH told AS (
  SELECT
    landlord_code,
    stock_type,
    reporting_year,
    homes,
    recorded_from_load = $load AS is_new,
    withdrawn_by_source AND recorded_from_load = recorded_to_load AS is_mark
  FROM fact_stock AS s
  WHERE (s.recorded_from_load = $load OR s.recorded_to_load = $load)
    AND {{may see s.landlord_code}}
)
SELECT
  COALESCE(new_count.landlord_code, old_count.landlord_code) AS landlord_code,
  COALESCE(new_count.stock_type, old_count.stock_type) AS stock_type,
  COALESCE(new_count.reporting_year, old_count.reporting_year) AS reporting_year,
  old_count.homes AS old_homes,
  new_count.homes AS new_homes
FROM (SELECT * FROM told WHERE is_new AND NOT is_mark) AS new_count
FULL JOIN (SELECT * FROM told WHERE NOT is_new) AS old_count
  ON old_count.landlord_code = new_count.landlord_code
  AND old_count.stock_type = new_count.stock_type
  AND old_count.reporting_year = new_count.reporting_year
WHERE old_count.homes IS DISTINCT FROM new_count.homes
ORDER BY landlord_code, stock_type, reporting_year
