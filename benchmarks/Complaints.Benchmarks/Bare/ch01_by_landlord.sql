-- CH01 at stage 1: complaints made in 2024/25 and the homes that they are set against.
SELECT homes.landlord_code, COALESCE(made.complaints, 0), homes.homes
FROM (
  SELECT landlord_code, SUM(homes)::BIGINT AS homes
  FROM fact_stock
  WHERE year_end = DATE '2025-03-31' AND stock_type IN ('LCRA', 'LCHO') AND recorded_to_load = 2147483647
  GROUP BY landlord_code
) AS homes
LEFT JOIN (
  SELECT landlord_code, COUNT(*) AS complaints
  FROM fact_stage
  WHERE stage = 1
    AND status <> 'refused'
    AND stock_type IN ('LCRA', 'LCHO')
    AND received_on BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'
    AND recorded_to_load = 2147483647
  GROUP BY landlord_code
) AS made ON made.landlord_code = homes.landlord_code
