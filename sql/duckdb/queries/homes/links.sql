-- scope: internal
-- What else homes are called, and by whom.
SELECT
  allocator,
  identifier,
  property_id,
  valid_from,
  valid_to,
  accepted_by IS NOT NULL AS reviewed,
  COALESCE(accepted_on, DATE '0001-01-01') AS accepted_on,
  recorded_from_load
FROM property_reference
WHERE {{current}} AND NOT withdrawn_by_source AND property_id <> 0
