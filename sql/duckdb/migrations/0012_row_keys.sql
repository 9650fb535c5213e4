-- Keys of several parts that the quarantine keeps as one text: a slash, a question mark or a backslash inside a part has a backslash before
-- it now, so that stage 1 of case 100 and case 100/1 are not one key. And a category whose name holds " > " is not another's subcategory.
UPDATE load_quarantine
SET row_key = REGEXP_REPLACE(row_key, '([\\/?])', '\\\1', 'g')
WHERE target IN ('complaint', 'contact', 'property', 'property_reference', 'landlord')
  AND REGEXP_MATCHES(row_key, '[\\/?]')
  AND row_key NOT LIKE '%/?';

UPDATE load_quarantine
SET row_key = REGEXP_REPLACE(REGEXP_EXTRACT(row_key, '^(.*)/[12?]$', 1), '([\\/?])', '\\\1', 'g') || RIGHT(row_key, 2)
WHERE target = 'stage'
  AND REGEXP_MATCHES(row_key, '[\\/?].*/[12?]$');

UPDATE dim_category
SET code = CONCAT_WS(
  ' > ',
  REPLACE(REPLACE(category, '\', '\\'), ' > ', ' \> '),
  NULLIF(REPLACE(REPLACE(subcategory, '\', '\\'), ' > ', ' \> '), '')
)
WHERE category || subcategory LIKE '% > %' OR category || subcategory LIKE '%\%';

-- Grain: a row of complaints held back, from the load that held it back to the load that settled it. As before, its key read back.
CREATE OR REPLACE VIEW held_back_stage AS
SELECT
  q.source_system,
  REGEXP_REPLACE(
    CASE q.target
      WHEN 'complaint' THEN q.row_key
      ELSE REGEXP_EXTRACT(q.row_key, '^(.*)/[12?]$', 1)
    END,
    '\\(.)', '\1', 'g'
  ) AS case_reference,                     -- null where it could not be read
  q.target = 'complaint' OR COALESCE(q.row_key, '') NOT LIKE '%/1' AS may_be_stage_two,
  q.load_id AS recorded_from_load,
  COALESCE(q.resolved_by_load, 2147483647) AS recorded_to_load
FROM load_quarantine AS q
WHERE q.target IN ('stage', 'complaint')
  AND q.rule_id <> 'duplicate-row'
  AND q.status <> 'dismissed';
