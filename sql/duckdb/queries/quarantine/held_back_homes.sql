-- scope: internal
-- Whether any load held back a row that tells of a home: one row, or none.
SELECT 1
FROM held_back_lead
LIMIT 1
