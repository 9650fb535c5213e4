-- scope: scoped
-- The landlords that were ever on the register or that rows held back could belong to, of those that the reader may see.
SELECT d.landlord_code
FROM (
  SELECT landlord_code FROM dim_landlord WHERE landlord_key <> 0
  UNION
  SELECT landlord_code FROM worklist_candidate
) AS d
WHERE {{may see d.landlord_code}}
ORDER BY d.landlord_code
