-- scope: internal
-- When stage 1 of each complaint of a source was received. $source_system: the source.
SELECT case_reference, received_on
FROM fact_stage
WHERE source_system = $source_system AND stage = 1 AND {{current}} AND NOT withdrawn_by_source
