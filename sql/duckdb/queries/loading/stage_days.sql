-- scope: internal
-- When each stage of each complaint of a source was received. $source_system: the source.
SELECT
  case_reference,
  stage = 2 AS is_second,
  received_on
FROM fact_stage
WHERE source_system = $source_system AND {{current}} AND NOT withdrawn_by_source
