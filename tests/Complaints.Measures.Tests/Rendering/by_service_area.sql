-- p0 = 2025-04-14
-- p1 = 2024-04-01
-- p2 = 2025-04-01
-- p3 = 00BK
-- p4 = Not recorded
-- p5 = Repairs
-- p6 = 1
-- p7 = refused
-- p8 = NEITHER
-- p9 = accepted
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
    AND f.landlord_code IN ($p3)
    AND CASE WHEN LENGTH(category.category) > 0 THEN category.category ELSE $p4 END IN ($p5)
    AND f.stage = $p6
  GROUP BY f.service_area_key, f.status, f.stock_type
),
made AS (
  SELECT
    service_area.value AS service_area,
    CAST(SUM(k.part_1) FILTER (WHERE k.status <> $p7 AND k.stock_type <> $p8) AS BIGINT) AS ch02_stage1_numerator,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p7 AND k.stock_type <> $p8) AS BIGINT) AS ch02_stage1_denominator,
    CAST(SUM(k.part_3) FILTER (WHERE k.status <> $p7 AND k.stock_type <> $p8 AND k.status = $p9) AS BIGINT) AS ch02_stage1_open,
    CAST(SUM(k.every) FILTER (WHERE k.status = $p7) AS BIGINT) AS ch02_stage1_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p7 AND k.stock_type = $p8) AS BIGINT) AS ch02_stage1_not_tenant
  FROM made_by_key AS k
  LEFT JOIN (SELECT d.service_area_key, CASE WHEN LENGTH(d.name) > 0 THEN d.name ELSE $p4 END AS value FROM dim_service_area AS d) AS service_area ON service_area.service_area_key = k.service_area_key
  GROUP BY service_area.value
),
made_extensions_by_key AS (
  SELECT
    f.service_area_key,
    COUNT(*) FILTER (WHERE (f.extension_faults & 1) <> 0) AS part_1,
    COUNT(*) FILTER (WHERE (f.extension_faults & 2) <> 0) AS part_2,
    COUNT(*) FILTER (WHERE (f.extension_faults & 8) <> 0) AS part_3,
    COUNT(*) FILTER (WHERE (f.extension_faults & 4) <> 0) AS part_4,
    COUNT(*) FILTER (WHERE (f.extension_faults & 16) <> 0) AS part_5,
    COUNT(*) FILTER (WHERE (f.extension_faults & 32) <> 0) AS part_6,
    COUNT(*) FILTER (WHERE (f.extension_faults & 64) <> 0) AS part_7,
    COUNT(*) FILTER (WHERE (f.extension_faults & 128) <> 0) AS part_8
  FROM fact_stage AS f
  LEFT JOIN dim_category AS category ON category.category_key = f.category_key
  WHERE f.recorded_to_load = 2147483647
    AND f.received_on >= $p1 AND f.received_on < $p2
    AND f.landlord_code IN ($p3)
    AND CASE WHEN LENGTH(category.category) > 0 THEN category.category ELSE $p4 END IN ($p5)
    AND f.stage = $p6
    AND f.status <> $p7
    AND f.stock_type <> $p8
    AND f.extension_faults > 0 AND (f.extension_agreed_on IS NULL OR f.extension_agreed_on <= $p0)
  GROUP BY f.service_area_key
),
made_extensions AS (
  SELECT
    service_area.value AS service_area,
    CAST(SUM(k.part_1) AS BIGINT) AS ch02_stage1_extension_agreed_after_deadline,
    CAST(SUM(k.part_2) AS BIGINT) AS ch02_stage1_extension_agreed_before_received,
    CAST(SUM(k.part_3) AS BIGINT) AS ch02_stage1_extension_no_agreed_day,
    CAST(SUM(k.part_4) AS BIGINT) AS ch02_stage1_extension_no_new_due_day,
    CAST(SUM(k.part_5) AS BIGINT) AS ch02_stage1_extension_not_longer,
    CAST(SUM(k.part_6) AS BIGINT) AS ch02_stage1_extension_too_long,
    CAST(SUM(k.part_7) AS BIGINT) AS ch02_stage1_extension_no_reason,
    CAST(SUM(k.part_8) AS BIGINT) AS ch02_stage1_extension_no_ombudsman_details
  FROM made_extensions_by_key AS k
  LEFT JOIN (SELECT d.service_area_key, CASE WHEN LENGTH(d.name) > 0 THEN d.name ELSE $p4 END AS value FROM dim_service_area AS d) AS service_area ON service_area.service_area_key = k.service_area_key
  GROUP BY service_area.value
)
SELECT
  made.service_area,
  COALESCE(made.ch02_stage1_numerator, 0) AS ch02_stage1_numerator,
  COALESCE(made.ch02_stage1_denominator, 0) AS ch02_stage1_denominator,
  COALESCE(made.ch02_stage1_open, 0) AS ch02_stage1_open,
  COALESCE(made.ch02_stage1_not_accepted, 0) AS ch02_stage1_not_accepted,
  COALESCE(made.ch02_stage1_not_tenant, 0) AS ch02_stage1_not_tenant,
  COALESCE(made_extensions.ch02_stage1_extension_agreed_after_deadline, 0) AS ch02_stage1_extension_agreed_after_deadline,
  COALESCE(made_extensions.ch02_stage1_extension_agreed_before_received, 0) AS ch02_stage1_extension_agreed_before_received,
  COALESCE(made_extensions.ch02_stage1_extension_no_agreed_day, 0) AS ch02_stage1_extension_no_agreed_day,
  COALESCE(made_extensions.ch02_stage1_extension_no_new_due_day, 0) AS ch02_stage1_extension_no_new_due_day,
  COALESCE(made_extensions.ch02_stage1_extension_not_longer, 0) AS ch02_stage1_extension_not_longer,
  COALESCE(made_extensions.ch02_stage1_extension_too_long, 0) AS ch02_stage1_extension_too_long,
  COALESCE(made_extensions.ch02_stage1_extension_no_reason, 0) AS ch02_stage1_extension_no_reason,
  COALESCE(made_extensions.ch02_stage1_extension_no_ombudsman_details, 0) AS ch02_stage1_extension_no_ombudsman_details
FROM made
LEFT JOIN made_extensions ON made_extensions.service_area = made.service_area
ORDER BY made.service_area
LIMIT 100001
