-- p0 = 2025-04-14
-- p1 = 2024-04-01
-- p2 = 2025-04-01
-- p3 = 00BK
-- p4 = Repairs
-- p5 = 1
-- p6 = refused
-- p7 = NEITHER
WITH made_by_key AS (
  SELECT
    f.service_area_key,
    f.status,
    f.stock_type,
    COUNT(*) FILTER (WHERE (f.responded_on <= $p0 AND (f.responded_on <= f.standard_due_on OR f.responded_on <= f.extended_due_on))) AS part_1,
    COUNT(*) AS every,
    COUNT(*) FILTER (WHERE (f.responded_on IS NULL OR f.responded_on > $p0)) AS part_3
  FROM fact_stage AS f
  LEFT JOIN dim_category AS category ON category.category_key = f.category_key
  WHERE f.recorded_to_load = 2147483647
    AND f.received_on >= $p1 AND f.received_on < $p2
    AND f.received_on <= $p0
    AND f.landlord_code IN ($p3)
    AND category.category IN ($p4)
    AND f.stage = $p5
  GROUP BY f.service_area_key, f.status, f.stock_type
),
made AS (
  SELECT
    service_area.name AS service_area,
    CAST(SUM(k.part_1) FILTER (WHERE k.status <> $p6 AND k.stock_type <> $p7) AS BIGINT) AS ch02_stage1_numerator,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p6 AND k.stock_type <> $p7) AS BIGINT) AS ch02_stage1_denominator,
    CAST(SUM(k.part_3) FILTER (WHERE k.status <> $p6 AND k.stock_type <> $p7) AS BIGINT) AS ch02_stage1_open,
    CAST(SUM(k.every) FILTER (WHERE k.status = $p6) AS BIGINT) AS ch02_stage1_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p6 AND k.stock_type = $p7) AS BIGINT) AS ch02_stage1_not_tenant
  FROM made_by_key AS k
  LEFT JOIN dim_service_area AS service_area ON service_area.service_area_key = k.service_area_key
  GROUP BY service_area.name
)
SELECT
  made.service_area,
  COALESCE(made.ch02_stage1_numerator, 0) AS ch02_stage1_numerator,
  COALESCE(made.ch02_stage1_denominator, 0) AS ch02_stage1_denominator,
  COALESCE(made.ch02_stage1_open, 0) AS ch02_stage1_open,
  COALESCE(made.ch02_stage1_not_accepted, 0) AS ch02_stage1_not_accepted,
  COALESCE(made.ch02_stage1_not_tenant, 0) AS ch02_stage1_not_tenant
FROM made
ORDER BY made.service_area
LIMIT 100001
