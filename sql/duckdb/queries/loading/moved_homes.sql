-- scope: internal
-- Homes that a register just merged gives another landlord or stock type from the same first day as before, and how many it gave before.
-- $source_system: the register; $load: the load.
SELECT
  COUNT(DISTINCT now.property_id) AS moved,
  (
    SELECT COUNT(DISTINCT property_id)
    FROM dim_property
    WHERE allocator = $source_system AND recorded_from_load < $load AND recorded_to_load >= $load
  ) AS known
FROM dim_property AS now
JOIN dim_property AS earlier USING (allocator, property_reference, valid_from)
WHERE now.allocator = $source_system
  AND now.recorded_from_load = $load
  AND {{current now}}
  AND earlier.recorded_to_load = $load
  AND earlier.recorded_from_load < $load
  AND (now.landlord_code <> earlier.landlord_code OR now.stock_type <> earlier.stock_type)
