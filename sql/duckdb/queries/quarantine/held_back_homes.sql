-- scope: internal
-- Whether any load held back a row that tells of a home: one row, or none.
SELECT 1
FROM held_back_lead AS lead
JOIN load_quarantine AS entry ON entry.quarantine_id = lead.quarantine_id
WHERE entry.target IN ('property', 'property_reference')
LIMIT 1
