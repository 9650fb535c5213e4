-- p0 = 2025-04-14
-- p1 = 2024-04-01
-- p2 = 2025-04-01
-- p3 = 1
-- p4 = refused
-- p5 = NEITHER
-- p6 = accepted
-- p7 = 2
-- p8 = 2024
-- p9 = LCRA
-- p10 = LCHO
WITH known_homes AS (
  SELECT DISTINCT s.landlord_code, s.stock_type, s.reporting_year
  FROM fact_stock AS s
  WHERE s.recorded_to_load = 2147483647
    AND s.homes > 0
),
made_by_key AS (
  SELECT
    f.stage,
    f.status,
    f.stock_type,
    f.landlord_code,
    COUNT(*) AS every,
    COUNT(*) FILTER (WHERE (f.responded_on IS NULL OR f.responded_on > $p0)) AS part_2
  FROM fact_stage AS f
  WHERE f.recorded_to_load = 2147483647
    AND f.received_on >= $p1 AND f.received_on < $p2
  GROUP BY f.stage, f.status, f.stock_type, f.landlord_code
),
made AS (
  SELECT
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p3 AND k.status <> $p4 AND k.stock_type <> $p5 AND homes.landlord_code IS NOT NULL) AS BIGINT) AS ch01_stage1_numerator,
    CAST(SUM(k.part_2) FILTER (WHERE k.stage = $p3 AND k.status <> $p4 AND k.stock_type <> $p5 AND homes.landlord_code IS NOT NULL AND k.status = $p6) AS BIGINT) AS ch01_stage1_open,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p3 AND k.status = $p4) AS BIGINT) AS ch01_stage1_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p3 AND k.status <> $p4 AND k.stock_type = $p5) AS BIGINT) AS ch01_stage1_not_tenant,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p3 AND k.status <> $p4 AND k.stock_type <> $p5 AND homes.landlord_code IS NULL) AS BIGINT) AS ch01_stage1_homes_missing,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p7 AND k.status <> $p4 AND k.stock_type <> $p5) AS BIGINT) AS escalation_rate_numerator,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p3 AND k.status <> $p4 AND k.stock_type <> $p5) AS BIGINT) AS escalation_rate_denominator,
    CAST(SUM(k.part_2) FILTER (WHERE k.stage = $p3 AND k.status <> $p4 AND k.stock_type <> $p5 AND k.status = $p6) AS BIGINT) AS escalation_rate_denominator_open,
    CAST(SUM(k.part_2) FILTER (WHERE k.stage = $p7 AND k.status <> $p4 AND k.stock_type <> $p5 AND k.status = $p6) AS BIGINT) AS escalation_rate_numerator_open,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p7 AND k.status = $p4) AS BIGINT) AS escalation_rate_numerator_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.stage = $p7 AND k.status <> $p4 AND k.stock_type = $p5) AS BIGINT) AS escalation_rate_numerator_not_tenant
  FROM made_by_key AS k
  LEFT JOIN known_homes AS homes ON homes.landlord_code = k.landlord_code AND homes.stock_type = k.stock_type AND homes.reporting_year = $p8
),
responded_by_key AS (
  SELECT
    f.status,
    f.stock_type,
    SUM(f.working_days_to_respond) FILTER (WHERE f.working_days_to_respond IS NOT NULL) AS part_1,
    COUNT(*) FILTER (WHERE f.working_days_to_respond IS NOT NULL) AS part_2,
    COUNT(*) FILTER (WHERE (f.responded_on IS NULL OR f.responded_on > $p0)) AS part_3,
    COUNT(*) AS every
  FROM fact_stage AS f
  WHERE f.recorded_to_load = 2147483647
    AND f.responded_on >= $p1 AND f.responded_on < $p2
    AND f.stage = $p3
  GROUP BY f.status, f.stock_type
),
responded AS (
  SELECT
    CAST(SUM(k.part_1) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5) AS BIGINT) AS mean_days_to_respond_stage1_numerator,
    CAST(SUM(k.part_2) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5) AS BIGINT) AS mean_days_to_respond_stage1_denominator,
    CAST(SUM(k.part_3) FILTER (WHERE k.status <> $p4 AND k.stock_type <> $p5 AND k.status = $p6) AS BIGINT) AS mean_days_to_respond_stage1_open,
    CAST(SUM(k.every) FILTER (WHERE k.status = $p4) AS BIGINT) AS mean_days_to_respond_stage1_not_accepted,
    CAST(SUM(k.every) FILTER (WHERE k.status <> $p4 AND k.stock_type = $p5) AS BIGINT) AS mean_days_to_respond_stage1_not_tenant
  FROM responded_by_key AS k
),
stock AS (
  SELECT
    CAST(SUM(s.homes) AS BIGINT) AS homes
  FROM fact_stock AS s
  WHERE s.recorded_to_load = 2147483647
    AND s.stock_type IN ($p9, $p10)
    AND s.homes > 0
    AND s.reporting_year IN ($p8)
)
SELECT
  COALESCE(made.ch01_stage1_numerator, 0) AS ch01_stage1_numerator,
  COALESCE(made.ch01_stage1_open, 0) AS ch01_stage1_open,
  COALESCE(made.ch01_stage1_not_accepted, 0) AS ch01_stage1_not_accepted,
  COALESCE(made.ch01_stage1_not_tenant, 0) AS ch01_stage1_not_tenant,
  COALESCE(made.ch01_stage1_homes_missing, 0) AS ch01_stage1_homes_missing,
  COALESCE(made.escalation_rate_numerator, 0) AS escalation_rate_numerator,
  COALESCE(made.escalation_rate_denominator, 0) AS escalation_rate_denominator,
  COALESCE(made.escalation_rate_denominator_open, 0) AS escalation_rate_denominator_open,
  COALESCE(made.escalation_rate_numerator_open, 0) AS escalation_rate_numerator_open,
  COALESCE(made.escalation_rate_numerator_not_accepted, 0) AS escalation_rate_numerator_not_accepted,
  COALESCE(made.escalation_rate_numerator_not_tenant, 0) AS escalation_rate_numerator_not_tenant,
  COALESCE(responded.mean_days_to_respond_stage1_numerator, 0) AS mean_days_to_respond_stage1_numerator,
  COALESCE(responded.mean_days_to_respond_stage1_denominator, 0) AS mean_days_to_respond_stage1_denominator,
  COALESCE(responded.mean_days_to_respond_stage1_open, 0) AS mean_days_to_respond_stage1_open,
  COALESCE(responded.mean_days_to_respond_stage1_not_accepted, 0) AS mean_days_to_respond_stage1_not_accepted,
  COALESCE(responded.mean_days_to_respond_stage1_not_tenant, 0) AS mean_days_to_respond_stage1_not_tenant,
  COALESCE(stock.homes, 0) AS homes
FROM made
CROSS JOIN responded
CROSS JOIN stock
