-- scope: internal
-- What sources state of published figures, by the source that states it. A printed value speaks where there are no numbers.
SELECT
  source_system,
  CONCAT_WS(CHR(31), landlord_code, stock_type, CAST(reporting_year AS VARCHAR), measure_id, publisher) AS stated_key,
  CAST(NULL AS DATE) AS valid_from,
  COALESCE(CAST(fact.numerator AS VARCHAR), 'nothing') AS numerator,
  COALESCE(CAST(fact.denominator AS VARCHAR), 'nothing') AS denominator,
  CASE WHEN fact.numerator IS NULL AND fact.denominator IS NULL THEN value_as_printed END AS printed
FROM fact_published_measure AS fact
WHERE {{current}} AND NOT withdrawn_by_source
