-- scope: internal
-- What the open rows whose landlord could not be told could be, best first.
SELECT
  candidate.quarantine_id,
  candidate.landlord_code,
  candidate.property_reference,
  MAX(home.allocator) AS property_allocator,
  candidate.score,
  candidate.why,
  -- As the register stands; a suggestion may be of an earlier day.
  ARG_MAX(CONCAT_WS(', ', home.address, home.postcode), (home.recorded_to_load, home.valid_from)) AS address
FROM worklist_candidate AS candidate
JOIN load_quarantine AS entry ON entry.quarantine_id = candidate.quarantine_id
  AND entry.status = 'open' AND entry.rule_id IN ('landlord-unmatched', 'landlord-ambiguous', 'landlord-name')
LEFT JOIN dim_property AS home ON home.property_id = candidate.property_id
GROUP BY candidate.quarantine_id, candidate.landlord_code, candidate.property_reference, candidate.score, candidate.why
ORDER BY candidate.quarantine_id, candidate.score DESC, candidate.property_reference
