-- property_reference: what is particular to it. It is merged like a fact.

-- step: prepare
-- The home it stands for; 0 while it is on no register. A reference that finds its home later counts as changed.
CREATE OR REPLACE TEMP TABLE resolved_property_reference AS
SELECT
  incoming.*,
  COALESCE(home.property_id, 0) AS property_id
FROM staging_property_reference AS incoming
LEFT JOIN (
  SELECT DISTINCT allocator, property_reference, property_id
  FROM dim_property
  WHERE {{current}}
) AS home
  ON home.allocator = incoming.property_allocator
  AND home.property_reference = incoming.property_reference;

-- step: insert
INSERT INTO property_reference
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.identifier,
  incoming.identifier_normalised,
  incoming.allocator,
  incoming.property_allocator,
  incoming.property_reference,
  incoming.property_id,
  incoming.valid_from,
  incoming.valid_to,
  incoming.accepted_by,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}},
  incoming.accepted_on
FROM resolved_property_reference AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row;
