-- CH01 at stage 1 with all that stands beside it: what was left out and why, and what is still open.
SELECT homes.landlord_code, made.not_accepted, made.not_tenant, made.open_at_cut_off, COALESCE(made.complaints, 0), homes.homes
FROM (
  SELECT landlord_code, SUM(homes)::BIGINT AS homes
  FROM fact_stock
  WHERE year_end = DATE '2025-03-31' AND stock_type IN ('LCRA', 'LCHO') AND recorded_to_load = 2147483647
  GROUP BY landlord_code
) AS homes
LEFT JOIN (
  SELECT
    landlord_code,
    COUNT(*) FILTER (status = 'refused') AS not_accepted,
    COUNT(*) FILTER (status <> 'refused' AND stock_type NOT IN ('LCRA', 'LCHO')) AS not_tenant,
    COUNT(*) FILTER (
      status = 'accepted' AND stock_type IN ('LCRA', 'LCHO') AND (responded_on IS NULL OR responded_on > DATE '2025-12-31')
    ) AS open_at_cut_off,
    COUNT(*) FILTER (status <> 'refused' AND stock_type IN ('LCRA', 'LCHO')) AS complaints
  FROM fact_stage
  WHERE stage = 1
    AND received_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'
    AND recorded_to_load = 2147483647
  GROUP BY landlord_code
) AS made ON made.landlord_code = homes.landlord_code
