-- scope: internal
-- One source of complaints beside a given one, if there is any. $source_system: the given one.
SELECT source_system
FROM fact_stage
WHERE source_system <> $source_system AND {{current}}
LIMIT 1
