-- scope: internal
-- What the homes on any register are called there, and by whom.
SELECT DISTINCT allocator, property_reference
FROM dim_property
WHERE {{current}} AND property_id <> 0
