-- p0 = 2025-04-14
-- p1 = 2024-04-01
-- p2 = 2025-04-01
-- p3 = 1
-- p4 = refused
-- p5 = NEITHER
-- p6 = LCRA
-- p7 = LCHO
-- p8 = 2024
WITH made_by_key AS (
  SELECT
    f.landlord_code,
    f.stock_type,
    f.status,
    COUNT(*) AS every,
    COUNT(*) FILTER (WHERE (f.responded_on IS NULL OR f.responded_on > $p0)) AS part_2,
    COUNT(*) FILTER (WHERE (f.responded_on <= $p0 AND (f.responded_on <= f.standard_due_on OR f.responded_on <= f.extended_due_on))) AS part_3
  FROM fact_stage AS f
  WHERE f.recorded_to_load = 2147483647
    AND f.received_on >= $p1 AND f.received_on < $p2
    AND f.received_on <= $p0
    AND f.stage = $p3
  GROUP BY f.landlord_code, f.stock_type, f.status
),
made AS (
  SELECT
    k.landlord_code,
    k.stock_type,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5) AS BIGINT) AS ch01_stage1_numerator,
    CAST(SUM(k.part_2) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5) AS BIGINT) AS ch01_stage1_open,
    CAST(SUM(k.every) FILTER (WHERE k.status = $p4) AS BIGINT) AS ch01_stage1_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p4 AND k.stock_type = $p5) AS BIGINT) AS ch01_stage1_not_tenant,
    CAST(SUM(k.part_3) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5) AS BIGINT) AS ch02_stage1_numerator
  FROM made_by_key AS k
  GROUP BY k.landlord_code, k.stock_type
),
stock AS (
  SELECT
    s.landlord_code,
    s.stock_type,
    CAST(SUM(s.homes) AS BIGINT) AS homes
  FROM fact_stock AS s
  WHERE s.recorded_to_load = 2147483647
    AND s.stock_type IN ($p6, $p7)
    AND s.homes > 0
    AND s.reporting_year IN ($p8)
  GROUP BY s.landlord_code, s.stock_type
),
landlord_name AS (
  SELECT n.landlord_code, n.name
  FROM (
    SELECT d.landlord_code, d.name, ROW_NUMBER() OVER (PARTITION BY d.landlord_code ORDER BY d.valid_from DESC) AS newest
    FROM dim_landlord AS d
    WHERE d.recorded_to_load = 2147483647
  ) AS n
  WHERE n.newest = 1
),
cells AS (
  SELECT landlord_code, stock_type FROM made
  UNION
  SELECT landlord_code, stock_type FROM stock
)
SELECT
  cells.landlord_code,
  cells.stock_type,
  landlord_name.name AS landlord_name,
  COALESCE(made.ch01_stage1_numerator, 0) AS ch01_stage1_numerator,
  COALESCE(made.ch01_stage1_open, 0) AS ch01_stage1_open,
  COALESCE(made.ch01_stage1_not_accepted, 0) AS ch01_stage1_not_accepted,
  COALESCE(made.ch01_stage1_not_tenant, 0) AS ch01_stage1_not_tenant,
  COALESCE(made.ch02_stage1_numerator, 0) AS ch02_stage1_numerator,
  COALESCE(stock.homes, 0) AS homes
FROM cells
LEFT JOIN made ON made.landlord_code = cells.landlord_code AND made.stock_type = cells.stock_type
LEFT JOIN stock ON stock.landlord_code = cells.landlord_code AND stock.stock_type = cells.stock_type
LEFT JOIN landlord_name ON landlord_name.landlord_code = cells.landlord_code
ORDER BY cells.landlord_code, cells.stock_type
LIMIT 100001
