-- fact_stock: what is particular to it.

-- step: insert
INSERT INTO fact_stock
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  COALESCE(landlord.landlord_key, 0),
  incoming.landlord_code,
  incoming.stock_type,
  incoming.year_end,
  -- The reporting year runs from 1 April; a year end of 31 March belongs to the year it ends.
  YEAR(incoming.year_end) - CASE WHEN MONTH(incoming.year_end) < 4 THEN 1 ELSE 0 END,
  incoming.homes,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}}
FROM staging_stock AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row
LEFT JOIN landlord_as_of AS landlord
  ON landlord.landlord_code = incoming.landlord_code
  AND landlord.first_day <= incoming.year_end
  AND landlord.end_day > incoming.year_end;

-- step: control landlord known
INSERT INTO session_control
SELECT $file_name || ': facts of fact_stock without a known landlord', 0, COUNT(*)
FROM fact_stock
WHERE recorded_from_load = $load_id AND {{current}} AND landlord_key = 0;
