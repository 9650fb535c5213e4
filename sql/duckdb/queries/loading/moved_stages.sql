-- scope: internal
-- Rows of a load that give stages under the reference that they had before another day of receipt, landlord, home or stock type, take them
-- out of the population by their status or bring them into it, or say something else of what happened to them: when they were answered,
-- acknowledged, logged or, once they were answered, extended, and what was decided. What was not told before may be told now.
-- An open complaint can be withdrawn or refused: such rows count where they are more than $open_percent of all that were open.
-- Where a register said something new of the home since, the home moved and not the case. $source_system: the source; $load: the load.
WITH changed AS (
  SELECT
    restated.source_row,
    earlier.source_load,
    earlier.property_id AS home_before,
    restated.property_id AS home,
    earlier.property_id = 0 AND restated.property_id = 0 AND restated.assignment <> 'direct' AS by_homes_unnamed,
    earlier.received_on <> restated.received_on AS other_day,
    earlier.landlord_code <> restated.landlord_code AS other_landlord,
    earlier.property_id <> restated.property_id AND earlier.property_id <> 0 AND restated.property_id <> 0 AS other_home,
    earlier.stock_type <> restated.stock_type AS other_stock_type,
    earlier.status = 'accepted' AND restated.status <> 'accepted' AS leaves,
    earlier.status <> 'accepted' AND restated.status = 'accepted' AS joins,
    earlier.responded_on IS NOT NULL AS was_answered,
    earlier.responded_on IS NOT NULL AND restated.responded_on IS NULL AS lost_answer,
    COALESCE(earlier.responded_on <> restated.responded_on, FALSE) AS other_answer,
    earlier.status = restated.status
      AND earlier.outcome_key <> 0
      AND earlier.outcome_key <> restated.outcome_key
      AND earlier.responded_on IS NOT NULL
      AND restated.responded_on IS NOT NULL AS other_outcome,
    earlier.acknowledged_on IS NOT NULL AND earlier.acknowledged_on IS DISTINCT FROM restated.acknowledged_on AS other_acknowledgement,
    earlier.logged_on IS NOT NULL AND earlier.logged_on IS DISTINCT FROM restated.logged_on AS other_logging,
    earlier.responded_on IS NOT NULL
      AND (
        (earlier.extension_to IS NOT NULL AND earlier.extension_to IS DISTINCT FROM restated.extension_to)
        OR (earlier.extension_agreed_on IS NOT NULL AND earlier.extension_agreed_on IS DISTINCT FROM restated.extension_agreed_on)
      ) AS other_extension
  FROM fact_stage AS restated
  JOIN fact_stage AS earlier USING (source_system, case_reference, stage)
  WHERE restated.source_system = $source_system
    AND restated.recorded_from_load = $load
    AND {{current restated}}
    AND earlier.recorded_to_load = $load
    AND earlier.recorded_from_load < $load
),
moved AS (
  SELECT *
  FROM changed
  WHERE other_day
    OR other_landlord
    OR other_home
    OR other_stock_type
    OR leaves
    OR joins
    OR lost_answer
    OR other_answer
    OR other_outcome
    OR other_acknowledgement
    OR other_logging
    OR other_extension
),
open_stage AS (
  SELECT
    100 * (SELECT COUNT(*) FROM moved WHERE leaves AND NOT was_answered)
      > CAST($open_percent AS BIGINT) * COUNT(*) AS leaves_with_most
  FROM fact_stage
  WHERE source_system = $source_system
    AND recorded_from_load < $load
    AND recorded_to_load >= $load
    AND status = 'accepted'
    AND responded_on IS NULL
),
home AS (
  SELECT home_before AS property_id FROM moved WHERE home_before <> 0
  UNION
  SELECT home FROM moved WHERE home <> 0
),
told AS (
  SELECT property_id, MAX(load_id) AS load_id
  FROM (
    SELECT property_id, GREATEST(recorded_from_load, CASE WHEN recorded_to_load <= $load THEN recorded_to_load ELSE 0 END) AS load_id
    FROM dim_property
    SEMI JOIN home USING (property_id)
    UNION ALL
    SELECT property_id, GREATEST(recorded_from_load, CASE WHEN recorded_to_load <= $load THEN recorded_to_load ELSE 0 END)
    FROM property_reference
    SEMI JOIN home USING (property_id)
  )
  GROUP BY property_id
),
judged AS (
  SELECT
    moved.*,
    COALESCE(before.load_id > moved.source_load, FALSE)
      OR COALESCE(now.load_id > moved.source_load, FALSE)
      OR (moved.by_homes_unnamed AND (SELECT MAX(recorded_from_load) FROM dim_property) > moved.source_load) AS home_moved
  FROM moved
  LEFT JOIN told AS before ON before.property_id = moved.home_before
  LEFT JOIN told AS now ON now.property_id = moved.home
)
SELECT
  COUNT(DISTINCT source_row) FILTER (WHERE other_day) AS other_day,
  COUNT(DISTINCT source_row) FILTER (WHERE other_landlord AND NOT home_moved) AS other_landlord,
  COUNT(DISTINCT source_row) FILTER (WHERE other_home AND NOT home_moved) AS other_home,
  COUNT(DISTINCT source_row) FILTER (WHERE other_stock_type AND NOT home_moved) AS other_stock_type,
  COUNT(DISTINCT source_row) FILTER (WHERE leaves AND (was_answered OR leaves_with_most)) AS leaves,
  COUNT(DISTINCT source_row) FILTER (WHERE joins) AS joins,
  COUNT(DISTINCT source_row) FILTER (WHERE lost_answer) AS lost_answer,
  COUNT(DISTINCT source_row) FILTER (WHERE other_answer) AS other_answer,
  COUNT(DISTINCT source_row) FILTER (WHERE other_outcome) AS other_outcome,
  COUNT(DISTINCT source_row) FILTER (WHERE other_acknowledgement) AS other_acknowledgement,
  COUNT(DISTINCT source_row) FILTER (WHERE other_logging) AS other_logging,
  COUNT(DISTINCT source_row) FILTER (WHERE other_extension) AS other_extension,
  CAST(0 AS BIGINT) AS other_amount
FROM judged
CROSS JOIN open_stage
