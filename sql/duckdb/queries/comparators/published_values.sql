-- scope: public
-- The published figures of a year and section, by publisher: each publisher's newest where a landlord's stands twice, one with numerator and
-- denominator before one without. $start_year: first calendar year; $stock_type: the section; $measures: the measures, with the record
-- separator (character 30) between them.
SELECT
  p.measure_id,
  p.numerator,
  p.denominator,
  p.landlord_type,
  p.size_band,
  p.region,
  p.publisher,
  p.landlord_code
FROM (
  SELECT
    m.*,
    ROW_NUMBER() OVER (
      PARTITION BY m.landlord_code, m.measure_id, m.publisher
      ORDER BY
        CASE WHEN m.numerator IS NULL OR m.denominator IS NULL THEN 1 ELSE 0 END,
        m.recorded_from_load DESC,
        m.published_measure_key DESC
    ) AS newest
  FROM fact_published_measure AS m
  WHERE {{current m}}
    AND {{may see anything}}
    AND m.reporting_year = $start_year
    AND m.stock_type = $stock_type
    AND m.measure_id IN (SELECT UNNEST(STRING_SPLIT(CAST($measures AS VARCHAR), CHR(30))))
) AS p
WHERE p.newest = 1
