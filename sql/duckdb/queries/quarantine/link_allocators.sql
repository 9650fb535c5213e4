-- scope: internal
-- Who gives references of homes out without keeping a register of homes.
SELECT DISTINCT reference.allocator
FROM property_reference AS reference
WHERE reference.allocator NOT IN (SELECT home.allocator FROM dim_property AS home)
