-- p0 = 3
-- p1 = 2025-04-14
-- p2 = upheld
-- p3 = partially_upheld
-- p4 = not_upheld
-- p5 = 2023-10-01
-- p6 = 2024-10-01
-- p7 = 2
-- p8 = refused
-- p9 = NEITHER
-- p10 = accepted
-- p11 = 1
-- p12 = LCRA
-- p13 = LCHO
-- p14 = 2023
-- p15 = 2024
WITH known_homes AS (
  SELECT DISTINCT s.landlord_code, s.stock_type, s.reporting_year
  FROM fact_stock AS s
  WHERE s.recorded_from_load <= $p0 AND s.recorded_to_load > $p0
    AND s.homes > 0
),
made_by_key AS (
  SELECT
    f.landlord_code,
    (YEAR(f.received_on) - CASE WHEN MONTH(f.received_on) < 4 THEN 1 ELSE 0 END) * 10 + CASE WHEN MONTH(f.received_on) < 4 THEN 4 WHEN MONTH(f.received_on) < 7 THEN 1 WHEN MONTH(f.received_on) < 10 THEN 2 ELSE 3 END AS quarter,
    YEAR(f.received_on) - CASE WHEN MONTH(f.received_on) < 4 THEN 1 ELSE 0 END AS reporting_year,
    f.stage,
    f.status,
    f.stock_type,
    COUNT(*) AS every,
    COUNT(*) FILTER (WHERE (f.responded_on IS NULL OR f.responded_on > $p1)) AS part_2,
    COUNT(*) FILTER (WHERE f.responded_on <= $p1 AND outcome.code IN ($p2, $p3)) AS part_3,
    COUNT(*) FILTER (WHERE f.responded_on <= $p1 AND outcome.code IN ($p2, $p3, $p4)) AS part_4
  FROM fact_stage AS f
  LEFT JOIN dim_outcome AS outcome ON outcome.outcome_key = f.outcome_key
  WHERE f.recorded_from_load <= $p0 AND f.recorded_to_load > $p0
    AND f.received_on >= $p5 AND f.received_on < $p6
  GROUP BY f.landlord_code, (YEAR(f.received_on) - CASE WHEN MONTH(f.received_on) < 4 THEN 1 ELSE 0 END) * 10 + CASE WHEN MONTH(f.received_on) < 4 THEN 4 WHEN MONTH(f.received_on) < 7 THEN 1 WHEN MONTH(f.received_on) < 10 THEN 2 ELSE 3 END, YEAR(f.received_on) - CASE WHEN MONTH(f.received_on) < 4 THEN 1 ELSE 0 END, f.stage, f.status, f.stock_type
),
made AS (
  SELECT
    k.landlord_code,
    k.quarter,
    k.reporting_year,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p7 AND k.status <> $p8 AND k.stock_type <> $p9 AND homes.landlord_code IS NOT NULL) AS BIGINT) AS ch01_stage2_numerator,
    CAST(SUM(k.part_2) FILTER (WHERE k.stage = $p7 AND k.status <> $p8 AND k.stock_type <> $p9 AND homes.landlord_code IS NOT NULL AND k.status = $p10) AS BIGINT) AS ch01_stage2_open,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p7 AND k.status = $p8) AS BIGINT) AS ch01_stage2_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p7 AND k.status <> $p8 AND k.stock_type = $p9) AS BIGINT) AS ch01_stage2_not_tenant,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p7 AND k.status <> $p8 AND k.stock_type <> $p9 AND homes.landlord_code IS NULL) AS BIGINT) AS ch01_stage2_homes_missing,
    CAST(SUM(k.part_3) FILTER (WHERE k.stage = $p11 AND k.status <> $p8 AND k.stock_type <> $p9) AS BIGINT) AS upheld_rate_stage1_numerator,
    CAST(SUM(k.part_4) FILTER (WHERE k.stage = $p11 AND k.status <> $p8 AND k.stock_type <> $p9) AS BIGINT) AS upheld_rate_stage1_denominator,
    CAST(SUM(k.part_2) FILTER (WHERE k.stage = $p11 AND k.status <> $p8 AND k.stock_type <> $p9 AND k.status = $p10) AS BIGINT) AS upheld_rate_stage1_open,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p11 AND k.status = $p8) AS BIGINT) AS upheld_rate_stage1_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p11 AND k.status <> $p8 AND k.stock_type = $p9) AS BIGINT) AS upheld_rate_stage1_not_tenant
  FROM made_by_key AS k
  LEFT JOIN known_homes AS homes ON homes.landlord_code = k.landlord_code AND homes.stock_type = k.stock_type AND homes.reporting_year = k.reporting_year
  GROUP BY k.landlord_code, k.quarter, k.reporting_year
),
responded_by_key AS (
  SELECT
    f.landlord_code,
    (YEAR(f.responded_on) - CASE WHEN MONTH(f.responded_on) < 4 THEN 1 ELSE 0 END) * 10 + CASE WHEN MONTH(f.responded_on) < 4 THEN 4 WHEN MONTH(f.responded_on) < 7 THEN 1 WHEN MONTH(f.responded_on) < 10 THEN 2 ELSE 3 END AS quarter,
    YEAR(f.responded_on) - CASE WHEN MONTH(f.responded_on) < 4 THEN 1 ELSE 0 END AS reporting_year,
    f.status,
    f.stock_type,
    SUM(f.working_days_to_respond) FILTER (WHERE f.working_days_to_respond IS NOT NULL) AS part_1,
    COUNT(*) FILTER (WHERE f.working_days_to_respond IS NOT NULL) AS part_2,
    COUNT(*) FILTER (WHERE (f.responded_on IS NULL OR f.responded_on > $p1)) AS part_3,
    COUNT(*) AS every
  FROM fact_stage AS f
  WHERE f.recorded_from_load <= $p0 AND f.recorded_to_load > $p0
    AND f.responded_on >= $p5 AND f.responded_on < $p6
    AND f.stage = $p11
  GROUP BY f.landlord_code, (YEAR(f.responded_on) - CASE WHEN MONTH(f.responded_on) < 4 THEN 1 ELSE 0 END) * 10 + CASE WHEN MONTH(f.responded_on) < 4 THEN 4 WHEN MONTH(f.responded_on) < 7 THEN 1 WHEN MONTH(f.responded_on) < 10 THEN 2 ELSE 3 END, YEAR(f.responded_on) - CASE WHEN MONTH(f.responded_on) < 4 THEN 1 ELSE 0 END, f.status, f.stock_type
),
responded AS (
  SELECT
    k.landlord_code,
    k.quarter,
    k.reporting_year,
    CAST(SUM(k.part_1) FILTER (WHERE k.status <> $p8 AND k.stock_type <> $p9) AS BIGINT) AS mean_days_to_respond_stage1_numerator,
    CAST(SUM(k.part_2) FILTER (WHERE k.status <> $p8 AND k.stock_type <> $p9) AS BIGINT) AS mean_days_to_respond_stage1_denominator,
    CAST(SUM(k.part_3) FILTER (WHERE k.status <> $p8 AND k.stock_type <> $p9 AND k.status = $p10) AS BIGINT) AS mean_days_to_respond_stage1_open,
    CAST(SUM(k.every) FILTER (WHERE k.status = $p8) AS BIGINT) AS mean_days_to_respond_stage1_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p8 AND k.stock_type = $p9) AS BIGINT) AS mean_days_to_respond_stage1_not_tenant
  FROM responded_by_key AS k
  GROUP BY k.landlord_code, k.quarter, k.reporting_year
),
stock AS (
  SELECT
    s.landlord_code,
    s.reporting_year,
    CAST(SUM(s.homes) AS BIGINT) AS homes
  FROM fact_stock AS s
  WHERE s.recorded_from_load <= $p0 AND s.recorded_to_load > $p0
    AND s.stock_type IN ($p12, $p13)
    AND s.homes > 0
    AND s.reporting_year IN ($p14, $p15)
  GROUP BY s.landlord_code, s.reporting_year
),
found AS (
  SELECT landlord_code, quarter, reporting_year FROM made
  UNION
  SELECT landlord_code, quarter, reporting_year FROM responded
),
known_from AS (
  SELECT f.landlord_code, MIN(f.received_on) AS first_day
  FROM fact_stage AS f
  WHERE f.recorded_from_load <= $p0 AND f.recorded_to_load > $p0
  GROUP BY f.landlord_code
),
periods AS (
  SELECT
    (YEAR(d.date_key) - CASE WHEN MONTH(d.date_key) < 4 THEN 1 ELSE 0 END) * 10 + CASE WHEN MONTH(d.date_key) < 4 THEN 4 WHEN MONTH(d.date_key) < 7 THEN 1 WHEN MONTH(d.date_key) < 10 THEN 2 ELSE 3 END AS quarter,
    YEAR(d.date_key) - CASE WHEN MONTH(d.date_key) < 4 THEN 1 ELSE 0 END AS reporting_year,
    MAX(d.date_key) AS last_day
  FROM dim_date AS d
  WHERE d.date_key >= $p5 AND d.date_key < $p6
  GROUP BY (YEAR(d.date_key) - CASE WHEN MONTH(d.date_key) < 4 THEN 1 ELSE 0 END) * 10 + CASE WHEN MONTH(d.date_key) < 4 THEN 4 WHEN MONTH(d.date_key) < 7 THEN 1 WHEN MONTH(d.date_key) < 10 THEN 2 ELSE 3 END, YEAR(d.date_key) - CASE WHEN MONTH(d.date_key) < 4 THEN 1 ELSE 0 END
),
cells AS (
  SELECT landlord_code, quarter, reporting_year FROM found
  UNION
  SELECT g.landlord_code, periods.quarter, periods.reporting_year
  FROM (SELECT DISTINCT landlord_code FROM found) AS g
  CROSS JOIN periods
  JOIN known_from ON known_from.landlord_code = g.landlord_code AND periods.last_day >= known_from.first_day
)
SELECT
  cells.landlord_code,
  cells.quarter,
  COALESCE(made.ch01_stage2_numerator, 0) AS ch01_stage2_numerator,
  COALESCE(made.ch01_stage2_open, 0) AS ch01_stage2_open,
  COALESCE(made.ch01_stage2_not_accepted, 0) AS ch01_stage2_not_accepted,
  COALESCE(made.ch01_stage2_not_tenant, 0) AS ch01_stage2_not_tenant,
  COALESCE(made.ch01_stage2_homes_missing, 0) AS ch01_stage2_homes_missing,
  COALESCE(made.upheld_rate_stage1_numerator, 0) AS upheld_rate_stage1_numerator,
  COALESCE(made.upheld_rate_stage1_denominator, 0) AS upheld_rate_stage1_denominator,
  COALESCE(made.upheld_rate_stage1_open, 0) AS upheld_rate_stage1_open,
  COALESCE(made.upheld_rate_stage1_not_accepted, 0) AS upheld_rate_stage1_not_accepted,
  COALESCE(made.upheld_rate_stage1_not_tenant, 0) AS upheld_rate_stage1_not_tenant,
  COALESCE(responded.mean_days_to_respond_stage1_numerator, 0) AS mean_days_to_respond_stage1_numerator,
  COALESCE(responded.mean_days_to_respond_stage1_denominator, 0) AS mean_days_to_respond_stage1_denominator,
  COALESCE(responded.mean_days_to_respond_stage1_open, 0) AS mean_days_to_respond_stage1_open,
  COALESCE(responded.mean_days_to_respond_stage1_not_accepted, 0) AS mean_days_to_respond_stage1_not_accepted,
  COALESCE(responded.mean_days_to_respond_stage1_not_tenant, 0) AS mean_days_to_respond_stage1_not_tenant,
  COALESCE(stock.homes, 0) AS homes
FROM cells
LEFT JOIN made ON made.landlord_code = cells.landlord_code AND made.quarter = cells.quarter AND made.reporting_year = cells.reporting_year
LEFT JOIN responded ON responded.landlord_code = cells.landlord_code AND responded.quarter = cells.quarter AND responded.reporting_year = cells.reporting_year
LEFT JOIN stock ON stock.landlord_code = cells.landlord_code AND stock.reporting_year = cells.reporting_year
ORDER BY cells.landlord_code, cells.quarter
LIMIT 100001
