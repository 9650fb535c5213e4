-- fact_contact: what is particular to it.

-- step: insert
INSERT INTO fact_contact
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.contact_reference,
  incoming.kind,
  COALESCE(landlord.landlord_key, 0),
  incoming.landlord_code,
  COALESCE(property.property_key, 0),
  COALESCE(incoming.property_id, 0),
  COALESCE(service_area.service_area_key, 0),
  COALESCE(channel.channel_key, 0),
  incoming.received_on,
  incoming.responded_on,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}}
FROM staging_contact AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row
LEFT JOIN landlord_as_of AS landlord
  ON landlord.landlord_code = incoming.landlord_code
  AND landlord.first_day <= incoming.received_on
  AND landlord.end_day > incoming.received_on
LEFT JOIN property_as_of AS property
  ON property.property_id = incoming.property_id
  AND property.first_day <= incoming.received_on
  AND property.end_day > incoming.received_on
LEFT JOIN dim_service_area AS service_area ON service_area.code = incoming.service_area
LEFT JOIN dim_channel AS channel ON channel.code = incoming.channel;

-- step: control landlord known
INSERT INTO session_control
SELECT $file_name || ': facts of fact_contact without a known landlord', 0, COUNT(*)
FROM fact_contact
WHERE recorded_from_load = $load_id AND {{current}} AND landlord_key = 0;
