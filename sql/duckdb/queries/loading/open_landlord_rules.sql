-- scope: internal
-- Open rows whose landlord could not be told, by the rule that held them back.
SELECT rule_id, COUNT(*) AS held_back
FROM load_quarantine
WHERE status = 'open' AND rule_id IN ('landlord-unmatched', 'landlord-ambiguous', 'landlord-name')
GROUP BY rule_id
