-- scope: internal
-- The other source that gives most of the stages that a source gives: the same landlord, reference, stage and day of receipt. A register that
-- was copied through a spreadsheet lost the zeros before its references, and its capitals are anybody's. $source_system: the source.
SELECT
  other.source_system,
  COUNT(DISTINCT other.stage_key) AS stages
FROM fact_stage AS other
JOIN fact_stage AS mine
  ON mine.landlord_code = other.landlord_code
  AND mine.stage = other.stage
  AND mine.received_on = other.received_on
  AND UPPER(LTRIM(mine.case_reference, '0')) = UPPER(LTRIM(other.case_reference, '0'))
WHERE other.source_system <> $source_system
  AND {{current other}}
  AND mine.source_system = $source_system
  AND {{current mine}}
GROUP BY other.source_system
ORDER BY stages DESC, other.source_system
LIMIT 1
