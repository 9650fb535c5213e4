-- scope: internal
-- Whether any load held back a row: one row, or none.
SELECT 1
FROM load_quarantine
LIMIT 1
