-- CH02 at stage 1 of complaints made in 2024/25 with all that stands beside it: what was left out and why, and what is still open.
SELECT
  landlord_code,
  stock_type,
  COUNT(*) FILTER (status = 'refused') AS not_accepted,
  COUNT(*) FILTER (status <> 'refused' AND stock_type NOT IN ('LCRA', 'LCHO')) AS not_tenant,
  COUNT(*) FILTER (
    status = 'accepted' AND stock_type IN ('LCRA', 'LCHO') AND (responded_on IS NULL OR responded_on > DATE '2025-12-31')
  ) AS open_at_cut_off,
  COUNT(*) FILTER (extension_faults > 0) AS extensions_in_doubt,
  COUNT(*) FILTER (
    status <> 'refused'
    AND stock_type IN ('LCRA', 'LCHO')
    AND responded_on <= DATE '2025-12-31'
    AND responded_on <= GREATEST(standard_due_on, COALESCE(extended_due_on, standard_due_on))
  ) AS in_time,
  COUNT(*) FILTER (status <> 'refused' AND stock_type IN ('LCRA', 'LCHO')) AS made
FROM fact_stage
WHERE stage = 1
  AND received_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'
  AND recorded_to_load = 2147483647
GROUP BY landlord_code, stock_type
