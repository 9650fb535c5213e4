-- scope: internal
-- Rows of a load that give contacts another day of receipt, landlord or home, another day of answer or none, or another kind, under the reference that they
-- had before; of the rest that stages have a contact has nothing. As for stages. $source_system: the source; $load: the load.
WITH moved AS (
  SELECT
    restated.source_row,
    earlier.source_load,
    earlier.property_id AS home_before,
    restated.property_id AS home,
    earlier.received_on <> restated.received_on AS other_day,
    earlier.landlord_code <> restated.landlord_code AS other_landlord,
    earlier.property_id <> restated.property_id AND earlier.property_id <> 0 AND restated.property_id <> 0 AS other_home,
    earlier.responded_on IS NOT NULL AND restated.responded_on IS NULL AS lost_answer,
    COALESCE(earlier.responded_on <> restated.responded_on, FALSE) AS other_answer,
    earlier.kind <> restated.kind AS other_kind
  FROM fact_contact AS restated
  JOIN fact_contact AS earlier USING (source_system, contact_reference)
  WHERE restated.source_system = $source_system
    AND restated.recorded_from_load = $load
    AND {{current restated}}
    AND earlier.recorded_to_load = $load
    AND earlier.recorded_from_load < $load
    AND (
      earlier.received_on <> restated.received_on
      OR earlier.landlord_code <> restated.landlord_code
      OR earlier.property_id <> restated.property_id
      OR earlier.kind <> restated.kind
      OR (earlier.responded_on IS NOT NULL AND earlier.responded_on IS DISTINCT FROM restated.responded_on)
    )
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
    COALESCE(before.load_id > moved.source_load, FALSE) OR COALESCE(now.load_id > moved.source_load, FALSE) AS home_moved
  FROM moved
  LEFT JOIN told AS before ON before.property_id = moved.home_before
  LEFT JOIN told AS now ON now.property_id = moved.home
)
SELECT
  COUNT(DISTINCT source_row) FILTER (WHERE other_day) AS other_day,
  COUNT(DISTINCT source_row) FILTER (WHERE other_landlord AND NOT home_moved) AS other_landlord,
  COUNT(DISTINCT source_row) FILTER (WHERE other_home AND NOT home_moved) AS other_home,
  CAST(0 AS BIGINT) AS other_stock_type,
  CAST(0 AS BIGINT) AS leaves,
  CAST(0 AS BIGINT) AS joins,
  COUNT(DISTINCT source_row) FILTER (WHERE lost_answer) AS lost_answer,
  COUNT(DISTINCT source_row) FILTER (WHERE other_answer) AS other_answer,
  COUNT(DISTINCT source_row) FILTER (WHERE other_kind) AS other_outcome,
  CAST(0 AS BIGINT) AS other_acknowledgement,
  CAST(0 AS BIGINT) AS other_logging,
  CAST(0 AS BIGINT) AS other_extension,
  CAST(0 AS BIGINT) AS other_amount
FROM judged
