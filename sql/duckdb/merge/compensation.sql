-- fact_compensation: what is particular to it.

-- step: insert
INSERT INTO fact_compensation
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.case_reference,
  incoming.payment_reference,
  incoming.stage,
  incoming.kind,
  incoming.ordered_by,
  incoming.amount,
  incoming.offered_on,
  incoming.paid_on,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}}
FROM staging_compensation AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row;
