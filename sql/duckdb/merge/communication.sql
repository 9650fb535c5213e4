-- fact_communication: what is particular to it.

-- step: insert
INSERT INTO fact_communication
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.case_reference,
  incoming.stage,
  incoming.kind,
  incoming.occurred_on,
  incoming.next_agreed_on,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}}
FROM staging_communication AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row;
