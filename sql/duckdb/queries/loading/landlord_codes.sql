-- scope: internal
-- The landlords on the register.
SELECT DISTINCT landlord_code
FROM dim_landlord
WHERE {{current}} AND landlord_key <> 0
