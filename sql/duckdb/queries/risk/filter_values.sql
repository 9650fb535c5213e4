-- scope: scoped
-- What a list may be filtered by: codes of landlords that the reader may see, service areas and categories.
SELECT 'landlord' AS kind, l.landlord_code AS value
FROM dim_landlord AS l
WHERE l.landlord_code <> '' AND {{may see l.landlord_code}}
UNION
SELECT 'service area', a.code
FROM dim_service_area AS a
WHERE a.code <> '' AND {{may see anything}}
UNION
SELECT 'category', c.code
FROM dim_category AS c
WHERE c.code <> '' AND {{may see anything}}
UNION
SELECT 'category', c.category
FROM dim_category AS c
WHERE c.category <> '' AND {{may see anything}}
ORDER BY kind, value
