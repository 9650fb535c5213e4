-- scope: public
-- For which measures, years and sections of the return figures were published.
SELECT DISTINCT m.measure_id, m.reporting_year, m.stock_type
FROM fact_published_measure AS m
WHERE {{current m}}
  AND {{may see anything}}
ORDER BY m.measure_id, m.reporting_year, m.stock_type
