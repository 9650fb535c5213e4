-- CH02 at stage 1 of complaints made in 2024/25, as at 31 December 2025: answered by the day due, an agreed extension included.
SELECT
  landlord_code,
  stock_type,
  COUNT(*) FILTER (
    responded_on <= DATE '2025-12-31' AND responded_on <= GREATEST(standard_due_on, COALESCE(extended_due_on, standard_due_on))
  ) AS in_time,
  COUNT(*) AS made
FROM fact_stage
WHERE stage = 1
  AND status <> 'refused'
  AND stock_type IN ('LCRA', 'LCHO')
  AND received_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'
  AND recorded_to_load = 2147483647
GROUP BY landlord_code, stock_type
