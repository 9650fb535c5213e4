-- scope: internal
-- The other source that gives most of the stages that a source gives: the same landlord, reference, stage and day of receipt.
-- $source_system: the source.
SELECT
  other.source_system,
  COUNT(*) AS stages
FROM fact_stage AS other
JOIN fact_stage AS mine USING (landlord_code, case_reference, stage, received_on)
WHERE other.source_system <> $source_system
  AND {{current other}}
  AND mine.source_system = $source_system
  AND {{current mine}}
GROUP BY other.source_system
ORDER BY stages DESC, other.source_system
LIMIT 1
