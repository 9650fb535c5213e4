-- Working days to an answer at stage 1, by the month of the answer, of answers given in the three years.
SELECT
  DATE_TRUNC('month', responded_on) AS month,
  SUM(working_days_to_respond)::BIGINT AS days,
  COUNT(working_days_to_respond) AS answers
FROM fact_stage
WHERE stage = 1
  AND status <> 'refused'
  AND stock_type IN ('LCRA', 'LCHO')
  AND responded_on BETWEEN DATE '2023-04-01' AND DATE '2026-03-31'
  AND responded_on <= DATE '2025-12-31'
  AND recorded_to_load = 2147483647
GROUP BY month
