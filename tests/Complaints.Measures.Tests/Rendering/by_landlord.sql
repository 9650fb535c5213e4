-- p0 = 2025-04-14
-- p1 = 2024-04-01
-- p2 = 2025-04-01
-- p3 = 1
-- p4 = refused
-- p5 = NEITHER
-- p6 = accepted
-- p7 = 2024
-- p8 = LCRA
-- p9 = LCHO
WITH known_homes AS (
  SELECT DISTINCT s.landlord_code, s.stock_type, s.reporting_year
  FROM fact_stock AS s
  WHERE s.recorded_to_load = 2147483647
    AND s.homes > 0
),
made_by_key AS (
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
    AND f.stage = $p3
  GROUP BY f.landlord_code, f.stock_type, f.status
),
made AS (
  SELECT
    k.landlord_code,
    k.stock_type,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5 AND homes.landlord_code IS NOT NULL) AS BIGINT) AS ch01_stage1_numerator,
    CAST(SUM(k.part_2) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5 AND homes.landlord_code IS NOT NULL AND k.status = $p6) AS BIGINT) AS ch01_stage1_open,
    CAST(SUM(k.every) FILTER (WHERE k.status = $p4) AS BIGINT) AS ch01_stage1_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p4 AND k.stock_type = $p5) AS BIGINT) AS ch01_stage1_not_tenant,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5 AND homes.landlord_code IS NULL) AS BIGINT) AS ch01_stage1_homes_missing,
    CAST(SUM(k.part_3) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5) AS BIGINT) AS ch02_stage1_numerator,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5) AS BIGINT) AS ch02_stage1_denominator,
    CAST(SUM(k.part_2) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5 AND k.status = $p6) AS BIGINT) AS ch02_stage1_open
  FROM made_by_key AS k
  LEFT JOIN known_homes AS homes ON homes.landlord_code = k.landlord_code AND homes.stock_type = k.stock_type AND homes.reporting_year = $p7
  GROUP BY k.landlord_code, k.stock_type
),
made_extensions_by_key AS (
  SELECT
    f.landlord_code,
    f.stock_type,
    COUNT(*) FILTER (WHERE (f.extension_faults & 1) <> 0) AS part_1,
    COUNT(*) FILTER (WHERE (f.extension_faults & 2) <> 0) AS part_2,
    COUNT(*) FILTER (WHERE (f.extension_faults & 8) <> 0) AS part_3,
    COUNT(*) FILTER (WHERE (f.extension_faults & 4) <> 0) AS part_4,
    COUNT(*) FILTER (WHERE (f.extension_faults & 16) <> 0) AS part_5,
    COUNT(*) FILTER (WHERE (f.extension_faults & 32) <> 0) AS part_6,
    COUNT(*) FILTER (WHERE (f.extension_faults & 64) <> 0) AS part_7,
    COUNT(*) FILTER (WHERE (f.extension_faults & 128) <> 0) AS part_8
  FROM fact_stage AS f
  WHERE f.recorded_to_load = 2147483647
    AND f.received_on >= $p1 AND f.received_on < $p2
    AND f.stage = $p3
    AND f.status <> $p4
    AND f.stock_type <> $p5
    AND f.extension_faults > 0 AND (f.extension_agreed_on IS NULL OR f.extension_agreed_on <= $p0)
  GROUP BY f.landlord_code, f.stock_type
),
made_extensions AS (
  SELECT
    k.landlord_code,
    k.stock_type,
    CAST(SUM(k.part_1) AS BIGINT) AS ch02_stage1_extension_agreed_after_deadline,
    CAST(SUM(k.part_2) AS BIGINT) AS ch02_stage1_extension_agreed_before_received,
    CAST(SUM(k.part_3) AS BIGINT) AS ch02_stage1_extension_no_agreed_day,
    CAST(SUM(k.part_4) AS BIGINT) AS ch02_stage1_extension_no_new_due_day,
    CAST(SUM(k.part_5) AS BIGINT) AS ch02_stage1_extension_not_longer,
    CAST(SUM(k.part_6) AS BIGINT) AS ch02_stage1_extension_too_long,
    CAST(SUM(k.part_7) AS BIGINT) AS ch02_stage1_extension_no_reason,
    CAST(SUM(k.part_8) AS BIGINT) AS ch02_stage1_extension_no_ombudsman_details
  FROM made_extensions_by_key AS k
  GROUP BY k.landlord_code, k.stock_type
),
stock AS (
  SELECT
    s.landlord_code,
    s.stock_type,
    CAST(SUM(s.homes) AS BIGINT) AS homes
  FROM fact_stock AS s
  WHERE s.recorded_to_load = 2147483647
    AND s.stock_type IN ($p8, $p9)
    AND s.homes > 0
    AND s.reporting_year IN ($p7)
  GROUP BY s.landlord_code, s.stock_type
),
cells AS (
  SELECT landlord_code, stock_type FROM made
  UNION
  SELECT landlord_code, stock_type FROM stock
)
SELECT
  cells.landlord_code,
  cells.stock_type,
  COALESCE(made.ch01_stage1_numerator, 0) AS ch01_stage1_numerator,
  COALESCE(made.ch01_stage1_open, 0) AS ch01_stage1_open,
  COALESCE(made.ch01_stage1_not_accepted, 0) AS ch01_stage1_not_accepted,
  COALESCE(made.ch01_stage1_not_tenant, 0) AS ch01_stage1_not_tenant,
  COALESCE(made.ch01_stage1_homes_missing, 0) AS ch01_stage1_homes_missing,
  COALESCE(made.ch02_stage1_numerator, 0) AS ch02_stage1_numerator,
  COALESCE(made.ch02_stage1_denominator, 0) AS ch02_stage1_denominator,
  COALESCE(made.ch02_stage1_open, 0) AS ch02_stage1_open,
  COALESCE(made_extensions.ch02_stage1_extension_agreed_after_deadline, 0) AS ch02_stage1_extension_agreed_after_deadline,
  COALESCE(made_extensions.ch02_stage1_extension_agreed_before_received, 0) AS ch02_stage1_extension_agreed_before_received,
  COALESCE(made_extensions.ch02_stage1_extension_no_agreed_day, 0) AS ch02_stage1_extension_no_agreed_day,
  COALESCE(made_extensions.ch02_stage1_extension_no_new_due_day, 0) AS ch02_stage1_extension_no_new_due_day,
  COALESCE(made_extensions.ch02_stage1_extension_not_longer, 0) AS ch02_stage1_extension_not_longer,
  COALESCE(made_extensions.ch02_stage1_extension_too_long, 0) AS ch02_stage1_extension_too_long,
  COALESCE(made_extensions.ch02_stage1_extension_no_reason, 0) AS ch02_stage1_extension_no_reason,
  COALESCE(made_extensions.ch02_stage1_extension_no_ombudsman_details, 0) AS ch02_stage1_extension_no_ombudsman_details,
  COALESCE(stock.homes, 0) AS homes
FROM cells
LEFT JOIN made ON made.landlord_code = cells.landlord_code AND made.stock_type = cells.stock_type
LEFT JOIN made_extensions ON made_extensions.landlord_code = cells.landlord_code AND made_extensions.stock_type = cells.stock_type
LEFT JOIN stock ON stock.landlord_code = cells.landlord_code AND stock.stock_type = cells.stock_type
ORDER BY cells.landlord_code, cells.stock_type
LIMIT 100001
