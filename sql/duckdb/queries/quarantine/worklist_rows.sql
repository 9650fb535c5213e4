-- scope: internal
-- Of each open row whose landlord could not be told: who gave its identifier out, as its own mapping said, the day and the address it gives.
SELECT entry.quarantine_id, lead.allocator, entry.event_date, lead.address
FROM load_quarantine AS entry
LEFT JOIN held_back_lead AS lead ON lead.quarantine_id = entry.quarantine_id
WHERE entry.status = 'open'
  AND entry.rule_id IN ('landlord-unmatched', 'landlord-ambiguous')
  AND entry.target NOT IN ('property', 'property_reference')
