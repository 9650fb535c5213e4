-- scope: internal
-- Stages that a mended export of the quarantine stated anew though none of its entries was held back under their key, and another row of the
-- entries' own extract did: two rows of one extract are two cases. $source_system: the source; $load: the load.
WITH entry AS (
  SELECT entry.row_key, entry.load_id, file.mode
  FROM load_quarantine AS entry
  JOIN load_file AS file
    ON file.load_id = entry.load_id
    AND file.source_system = entry.source_system
    AND file.target = entry.target
  WHERE entry.resolved_by_load = $load
    AND entry.source_system = $source_system
    AND entry.target IN ('stage', 'complaint')
),
-- The key of the case as the quarantine writes it.
restated AS (
  SELECT
    stage.source_system,
    stage.case_reference,
    stage.stage,
    stage.source_row,
    REPLACE(REPLACE(REPLACE(stage.case_reference, '\', '\\'), '/', '\/'), '?', '\?') AS case_key
  FROM fact_stage AS stage
  WHERE stage.source_system = $source_system
    AND stage.recorded_from_load = $load
    AND {{current stage}}
)
SELECT stage.source_row, stage.case_reference
FROM restated AS stage
JOIN fact_stage AS earlier USING (source_system, case_reference, stage)
WHERE earlier.recorded_to_load = $load
  AND earlier.recorded_from_load < $load
  AND NOT earlier.withdrawn_by_source
  AND NOT EXISTS (
    SELECT 1
    FROM entry
    WHERE entry.row_key = stage.case_key OR STARTS_WITH(entry.row_key, stage.case_key || '/')
  )
  -- A full extract would have withdrawn what it no longer states.
  AND EXISTS (
    SELECT 1
    FROM entry
    WHERE entry.mode = 'full' OR earlier.source_load >= entry.load_id
  )
ORDER BY stage.source_row
LIMIT 1
