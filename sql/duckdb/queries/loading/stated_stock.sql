-- scope: internal
-- What sources state of homes at year end, by the source that states it.
SELECT
  source_system,
  CONCAT_WS(CHR(31), landlord_code, stock_type, CAST(year_end AS VARCHAR)) AS stated_key,
  CAST(NULL AS DATE) AS valid_from,
  CAST(homes AS VARCHAR) AS homes
FROM fact_stock
WHERE {{current}} AND NOT withdrawn_by_source
