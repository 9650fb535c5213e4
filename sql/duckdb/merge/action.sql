-- fact_action: what is particular to it.

-- step: members
INSERT INTO dim_category
SELECT
  (SELECT MAX(category_key) FROM dim_category) + ROW_NUMBER() OVER (ORDER BY new_member.category),
  category_code(new_member.category, ''),
  new_member.category,
  new_member.category,
  ''
FROM (
  SELECT DISTINCT category
  FROM staging_action
  WHERE category IS NOT NULL
) AS new_member
WHERE new_member.category NOT IN (SELECT category FROM dim_category WHERE subcategory = '');

-- step: insert
INSERT INTO fact_action
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.case_reference,
  incoming.action_reference,
  incoming.kind,
  COALESCE(category.category_key, 0),
  COALESCE(handler.handler_key, 0),
  incoming.due_on,
  incoming.done_on,
  incoming.evidence,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}},
  incoming.made_on
FROM staging_action AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row
LEFT JOIN dim_category AS category ON category.category = incoming.category AND category.subcategory = ''
LEFT JOIN dim_handler AS handler ON handler.code = incoming.owner;
