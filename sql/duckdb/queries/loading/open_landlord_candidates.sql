-- scope: internal
-- Open rows whose landlord could not be told, by the landlords that they could belong to.
SELECT candidate.landlord_code, COUNT(DISTINCT entry.quarantine_id) AS held_back
FROM load_quarantine AS entry
JOIN worklist_candidate AS candidate ON candidate.quarantine_id = entry.quarantine_id
WHERE entry.status = 'open' AND entry.rule_id IN ('landlord-unmatched', 'landlord-ambiguous', 'landlord-name')
GROUP BY candidate.landlord_code
