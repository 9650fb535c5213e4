-- scope: scoped
-- The landlords that were ever on the register, of those that the reader may see.
SELECT DISTINCT d.landlord_code
FROM dim_landlord AS d
WHERE d.landlord_key <> 0 AND {{may see d.landlord_code}}
ORDER BY d.landlord_code
