-- scope: internal
-- Homes of a register that have one UPRN with another of its homes, as the register stands now, and the first such number.
-- $allocator: the register.
SELECT
  COUNT(*) AS homes,
  MIN(shared.uprn) AS uprn
FROM (
  SELECT
    home.uprn,
    COUNT(*) OVER (PARTITION BY home.uprn) AS homes
  FROM dim_property AS home
  WHERE {{current home}}
    AND home.allocator = $allocator
    AND home.uprn IS NOT NULL
    AND home.valid_to = DATE '9999-12-31'
) AS shared
WHERE shared.homes > 1
