-- scope: internal
-- Landlords that have homes, complaints or a count of homes here. Those that a regulator's publication alone names have none.
SELECT landlord_code FROM dim_property WHERE {{current}} AND landlord_code <> ''
UNION
SELECT landlord_code FROM fact_stock WHERE {{current}}
UNION
SELECT landlord_code FROM fact_stage WHERE {{current}}
ORDER BY landlord_code
