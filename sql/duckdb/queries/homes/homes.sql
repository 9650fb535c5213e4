-- scope: internal
-- Every version of every home on a register.
SELECT
  property_id, allocator, property_reference, landlord_code, stock_type, tenure_code, valid_from, valid_to, uprn, address, postcode
FROM dim_property
WHERE {{current}} AND property_id <> 0
