-- scope: internal
-- Who gave out the identifier of each open row whose landlord could not be told, as the row's own mapping said.
SELECT entry.quarantine_id, lead.allocator
FROM load_quarantine AS entry
JOIN held_back_lead AS lead ON lead.quarantine_id = entry.quarantine_id
WHERE entry.status = 'open'
  AND entry.rule_id IN ('landlord-unmatched', 'landlord-ambiguous')
  AND entry.target NOT IN ('property', 'property_reference')
