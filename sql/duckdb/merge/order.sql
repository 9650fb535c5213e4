-- fact_order: what is particular to it. The day of the determination stands on the findings, which may come later: the landlord's version is
-- that of the day it was due or complied with, else the newest.

-- step: insert
INSERT INTO fact_order
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.ombudsman_reference,
  incoming.order_reference,
  COALESCE(landlord.landlord_key, 0),
  incoming.landlord_code,
  incoming.kind,
  incoming.description,
  incoming.amount,
  incoming.due_on,
  incoming.complied_on,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}},
  incoming.evidence,
  incoming.landlord_on
FROM (
  SELECT *, COALESCE(due_on, complied_on, DATE '9999-12-30') AS landlord_on
  FROM staging_order
) AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row
LEFT JOIN landlord_as_of AS landlord
  ON landlord.landlord_code = incoming.landlord_code
  AND landlord.first_day <= incoming.landlord_on
  AND landlord.end_day > incoming.landlord_on;

-- step: control landlord known
INSERT INTO session_control
SELECT $file_name || ': facts of fact_order without a known landlord', 0, COUNT(*)
FROM fact_order
WHERE recorded_from_load = $load_id AND {{current}} AND landlord_key = 0;
