-- fact_finding: what is particular to it.

-- step: members
INSERT INTO dim_category
SELECT
  (SELECT MAX(category_key) FROM dim_category) + ROW_NUMBER() OVER (ORDER BY pair.category, pair.subcategory),
  category_code(pair.category, pair.subcategory),
  CONCAT_WS(' > ', pair.category, NULLIF(pair.subcategory, '')),
  pair.category,
  pair.subcategory
FROM (
  SELECT DISTINCT
    COALESCE(category, '') AS category,
    COALESCE(subcategory, '') AS subcategory
  FROM staging_finding
  WHERE category IS NOT NULL OR subcategory IS NOT NULL
) AS pair
ANTI JOIN dim_category USING (category, subcategory);

-- step: insert
INSERT INTO fact_finding
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.ombudsman_reference,
  incoming.element,
  incoming.case_reference,
  COALESCE(landlord.landlord_key, 0),
  incoming.landlord_code,
  COALESCE(category.category_key, 0),
  incoming.finding,
  incoming.determined_on,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}},
  incoming.amended_on
FROM staging_finding AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row
LEFT JOIN landlord_as_of AS landlord
  ON landlord.landlord_code = incoming.landlord_code
  AND landlord.first_day <= incoming.determined_on
  AND landlord.end_day > incoming.determined_on
LEFT JOIN dim_category AS category
  ON category.category = COALESCE(incoming.category, '')
  AND category.subcategory = COALESCE(incoming.subcategory, '');

-- step: control landlord known
INSERT INTO session_control
SELECT $file_name || ': facts of fact_finding without a known landlord', 0, COUNT(*)
FROM fact_finding
WHERE recorded_from_load = $load_id AND {{current}} AND landlord_key = 0;
