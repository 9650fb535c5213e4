-- scope: internal
-- How many records of each kind beside stages and counts of homes a load added, changed, withdrew or closed. A landlord, home or
-- resident of a register is added by the load that told of it first, and changed by any other that tells it anew or ends it. $load: the
-- load.
WITH version AS (
  SELECT
    'contact' AS target,
    TO_JSON([source_system, contact_reference]) AS key,
    recorded_from_load,
    recorded_to_load,
    withdrawn_by_source
  FROM fact_contact
  WHERE recorded_from_load = $load OR recorded_to_load = $load
  UNION ALL
  SELECT
    'communication' AS target,
    TO_JSON([source_system, case_reference, CAST(stage AS VARCHAR), kind, CAST(occurred_on AS VARCHAR)]) AS key,
    recorded_from_load,
    recorded_to_load,
    withdrawn_by_source
  FROM fact_communication
  WHERE recorded_from_load = $load OR recorded_to_load = $load
  UNION ALL
  SELECT
    'action' AS target,
    TO_JSON([source_system, case_reference, action_reference]) AS key,
    recorded_from_load,
    recorded_to_load,
    withdrawn_by_source
  FROM fact_action
  WHERE recorded_from_load = $load OR recorded_to_load = $load
  UNION ALL
  SELECT
    'compensation' AS target,
    TO_JSON([source_system, case_reference, payment_reference]) AS key,
    recorded_from_load,
    recorded_to_load,
    withdrawn_by_source
  FROM fact_compensation
  WHERE recorded_from_load = $load OR recorded_to_load = $load
  UNION ALL
  SELECT
    'finding' AS target,
    TO_JSON([source_system, ombudsman_reference, element]) AS key,
    recorded_from_load,
    recorded_to_load,
    withdrawn_by_source
  FROM fact_finding
  WHERE recorded_from_load = $load OR recorded_to_load = $load
  UNION ALL
  SELECT
    'order' AS target,
    TO_JSON([source_system, ombudsman_reference, order_reference]) AS key,
    recorded_from_load,
    recorded_to_load,
    withdrawn_by_source
  FROM fact_order
  WHERE recorded_from_load = $load OR recorded_to_load = $load
  UNION ALL
  SELECT
    'survey' AS target,
    TO_JSON([source_system, survey_reference, question]) AS key,
    recorded_from_load,
    recorded_to_load,
    withdrawn_by_source
  FROM fact_survey
  WHERE recorded_from_load = $load OR recorded_to_load = $load
  UNION ALL
  SELECT
    'property_reference' AS target,
    TO_JSON([source_system, identifier, allocator, property_allocator, property_reference, CAST(valid_from AS VARCHAR)]) AS key,
    recorded_from_load,
    recorded_to_load,
    withdrawn_by_source
  FROM property_reference
  WHERE recorded_from_load = $load OR recorded_to_load = $load
  UNION ALL
  SELECT
    'published_measure' AS target,
    TO_JSON([landlord_code, stock_type, CAST(reporting_year AS VARCHAR), measure_id, publisher]) AS key,
    recorded_from_load,
    recorded_to_load,
    withdrawn_by_source
  FROM fact_published_measure
  WHERE recorded_from_load = $load OR recorded_to_load = $load
),
record AS (
  SELECT
    target,
    BOOL_OR(recorded_from_load = $load AND NOT (withdrawn_by_source AND recorded_to_load = $load)) AS is_new,
    BOOL_OR(recorded_from_load < $load) AS is_old,
    BOOL_OR(withdrawn_by_source AND recorded_from_load = $load AND recorded_to_load = $load) AS is_mark
  FROM version
  GROUP BY target, key
),
register AS (
  SELECT
    'landlord' AS target,
    CASE WHEN MIN(recorded_from_load) = $load THEN 'added' ELSE 'changed' END AS fate
  FROM dim_landlord
  WHERE landlord_key <> 0
  GROUP BY landlord_code
  HAVING BOOL_OR(recorded_from_load = $load OR recorded_to_load = $load)
  UNION ALL
  SELECT
    'property' AS target,
    CASE WHEN MIN(recorded_from_load) = $load THEN 'added' ELSE 'changed' END AS fate
  FROM dim_property
  WHERE property_key <> 0
  GROUP BY property_id
  HAVING BOOL_OR(recorded_from_load = $load OR recorded_to_load = $load)
  UNION ALL
  SELECT
    'resident' AS target,
    CASE WHEN MIN(recorded_from_load) = $load THEN 'added' ELSE 'changed' END AS fate
  FROM dim_resident_characteristics
  WHERE characteristics_key <> 0
  GROUP BY customer_id
  HAVING BOOL_OR(recorded_from_load = $load OR recorded_to_load = $load)
),
told AS (
  SELECT
    target,
    CASE
      WHEN is_new AND is_old THEN 'changed'
      WHEN is_new THEN 'added'
      WHEN is_mark THEN 'withdrawn'
      ELSE 'closed'
    END AS fate
  FROM record
  UNION ALL
  SELECT target, fate FROM register
)
SELECT target, fate, COUNT(*) AS records
FROM told
GROUP BY target, fate
ORDER BY target, fate
