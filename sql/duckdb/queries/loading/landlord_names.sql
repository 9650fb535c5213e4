-- scope: internal
-- The names of the landlords, each with the days on which it holds: the first one reaches back, the last one forward, and each fills the gap
-- behind it, so that every day has exactly one.
SELECT
  landlord_code,
  name,
  CASE
    WHEN ROW_NUMBER() OVER versions = 1 THEN DATE '0001-01-01'
    ELSE valid_from
  END AS first_day,
  COALESCE(LEAD(valid_from) OVER versions, DATE '9999-12-31') AS end_day
FROM dim_landlord
WHERE {{current}} AND landlord_key <> 0
WINDOW versions AS (PARTITION BY landlord_code ORDER BY valid_from)
ORDER BY landlord_code, valid_from
