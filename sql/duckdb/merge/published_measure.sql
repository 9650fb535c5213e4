-- fact_published_measure: what is particular to it.

-- step: insert
INSERT INTO fact_published_measure
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.landlord_code,
  incoming.landlord_name,
  incoming.landlord_type,
  incoming.size_band,
  incoming.region,
  incoming.stock_type,
  incoming.reporting_year,
  incoming.measure_id,
  incoming.numerator,
  incoming.denominator,
  incoming.value_as_printed,
  incoming.publisher,
  incoming.source_file,
  incoming.source_sheet,
  incoming.source_cell,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}}
FROM staging_published_measure AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row;
