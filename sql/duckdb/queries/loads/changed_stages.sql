-- scope: scoped
-- The stages that a load added, changed, withdrew or closed, that the reader may see: a line each, then a line for each field that it says
-- otherwise than before. $load: the load; $case_reference: the case, of which the fields of stages that were added or went are told too;
-- null for all. What could be about a person (the home, the resident, a reason in a source's own words) is told to differ, and its value is
-- not.
WITH version AS (
  SELECT
    f.source_system,
    f.case_reference,
    f.stage,
    f.recorded_from_load,
    f.recorded_to_load,
    f.withdrawn_by_source,
    f.landlord_code,
    f.stock_type,
    f.tenure_code,
    f.status,
    f.received_on,
    f.logged_on,
    f.acknowledged_on,
    f.responded_on,
    f.closed_on,
    f.extension_agreed_on,
    f.extension_to,
    f.ombudsman_details_given,
    f.clock_started_on,
    f.standard_due_on,
    f.extended_due_on,
    outcome.code AS outcome,
    area.name AS service_area,
    category.code AS category,
    theme.name AS theme,
    channel.name AS channel,
    contractor.name AS contractor,
    refusal.name AS refusal_reason,
    escalation.name AS escalation_reason,
    f.points_raised,
    f.avoidable,
    f.assignment,
    f.property_id,
    f.resident_key,
    f.handler_key,
    f.extension_reason
  FROM fact_stage AS f
  LEFT JOIN dim_outcome AS outcome ON outcome.outcome_key = f.outcome_key
  LEFT JOIN dim_service_area AS area ON area.service_area_key = f.service_area_key
  LEFT JOIN dim_category AS category ON category.category_key = f.category_key
  LEFT JOIN dim_theme AS theme ON theme.theme_key = f.theme_key
  LEFT JOIN dim_channel AS channel ON channel.channel_key = f.channel_key
  LEFT JOIN dim_contractor AS contractor ON contractor.contractor_key = f.contractor_key
  LEFT JOIN dim_refusal_reason AS refusal ON refusal.refusal_reason_key = f.refusal_reason_key
  LEFT JOIN dim_escalation_reason AS escalation ON escalation.escalation_reason_key = f.escalation_reason_key
  WHERE (f.recorded_from_load = $load OR f.recorded_to_load = $load)
    AND f.case_reference = COALESCE(CAST($case_reference AS VARCHAR), f.case_reference)
    AND {{may see f.landlord_code}}
),
told AS (
  SELECT
    source_system,
    case_reference,
    stage,
    recorded_from_load = $load AS is_new,
    withdrawn_by_source AND recorded_from_load = recorded_to_load AS is_mark,
    [
      {field: 'landlord', shown: TRUE, value: landlord_code},
      {field: 'stock_type', shown: TRUE, value: stock_type},
      {field: 'tenure', shown: TRUE, value: tenure_code},
      {field: 'status', shown: TRUE, value: status},
      {field: 'received_on', shown: TRUE, value: CAST(received_on AS VARCHAR)},
      {field: 'logged_on', shown: TRUE, value: CAST(logged_on AS VARCHAR)},
      {field: 'acknowledged_on', shown: TRUE, value: CAST(acknowledged_on AS VARCHAR)},
      {field: 'responded_on', shown: TRUE, value: CAST(responded_on AS VARCHAR)},
      {field: 'closed_on', shown: TRUE, value: CAST(closed_on AS VARCHAR)},
      {field: 'extension_agreed_on', shown: TRUE, value: CAST(extension_agreed_on AS VARCHAR)},
      {field: 'extension_to', shown: TRUE, value: CAST(extension_to AS VARCHAR)},
      {field: 'ombudsman_details_given', shown: TRUE, value: CAST(ombudsman_details_given AS VARCHAR)},
      {field: 'clock_started_on', shown: TRUE, value: CAST(clock_started_on AS VARCHAR)},
      {field: 'standard_due_on', shown: TRUE, value: CAST(standard_due_on AS VARCHAR)},
      {field: 'extended_due_on', shown: TRUE, value: CAST(extended_due_on AS VARCHAR)},
      {field: 'outcome', shown: TRUE, value: NULLIF(outcome, '')},
      {field: 'service_area', shown: TRUE, value: NULLIF(service_area, 'Not recorded')},
      {field: 'category', shown: TRUE, value: NULLIF(category, '')},
      {field: 'theme', shown: TRUE, value: NULLIF(theme, 'Not recorded')},
      {field: 'channel', shown: TRUE, value: NULLIF(channel, 'Not recorded')},
      {field: 'contractor', shown: TRUE, value: NULLIF(contractor, 'Not recorded')},
      {field: 'refusal_reason', shown: TRUE, value: NULLIF(refusal_reason, 'Not recorded')},
      {field: 'escalation_reason', shown: TRUE, value: NULLIF(escalation_reason, 'Not recorded')},
      {field: 'points_raised', shown: TRUE, value: CAST(points_raised AS VARCHAR)},
      {field: 'avoidable', shown: TRUE, value: CAST(avoidable AS VARCHAR)},
      {field: 'assignment', shown: TRUE, value: assignment},
      {field: 'home', shown: FALSE, value: CAST(NULLIF(property_id, 0) AS VARCHAR)},
      {field: 'resident', shown: FALSE, value: CAST(NULLIF(resident_key, 0) AS VARCHAR)},
      {field: 'handler', shown: FALSE, value: CAST(NULLIF(handler_key, 0) AS VARCHAR)},
      {field: 'extension_reason', shown: FALSE, value: extension_reason}
    ] AS fields
  FROM version
),
change AS (
  SELECT
    COALESCE(new_version.source_system, old_version.source_system) AS source_system,
    COALESCE(new_version.case_reference, old_version.case_reference) AS case_reference,
    COALESCE(new_version.stage, old_version.stage) AS stage,
    CASE
      WHEN old_version.stage IS NULL THEN 'added'
      WHEN new_version.stage IS NOT NULL THEN 'changed'
      WHEN mark.stage IS NOT NULL THEN 'withdrawn'
      ELSE 'closed'
    END AS fate,
    old_version.fields AS old_fields,
    new_version.fields AS new_fields
  FROM (SELECT * FROM told WHERE is_new AND NOT is_mark) AS new_version
  FULL JOIN (SELECT * FROM told WHERE NOT is_new) AS old_version
    ON old_version.source_system = new_version.source_system
    AND old_version.case_reference = new_version.case_reference
    AND old_version.stage = new_version.stage
  LEFT JOIN (SELECT * FROM told WHERE is_mark) AS mark
    ON mark.source_system = old_version.source_system
    AND mark.case_reference = old_version.case_reference
    AND mark.stage = old_version.stage
),
field_change AS (
  SELECT
    change.source_system,
    change.case_reference,
    change.stage,
    change.fate,
    place.number,
    COALESCE(change.new_fields, change.old_fields)[place.number] AS known,
    change.old_fields[place.number].value AS old_value,
    change.new_fields[place.number].value AS new_value
  FROM change, UNNEST(RANGE(1, LEN(COALESCE(change.new_fields, change.old_fields)) + 1)) AS place(number)
  WHERE change.fate = 'changed' OR CAST($case_reference AS VARCHAR) IS NOT NULL
)
SELECT
  source_system,
  case_reference,
  stage,
  fate,
  0 AS number,
  CAST(NULL AS VARCHAR) AS field,
  CAST(NULL AS VARCHAR) AS old_value,
  CAST(NULL AS VARCHAR) AS new_value
FROM change
UNION ALL
SELECT
  source_system,
  case_reference,
  stage,
  fate,
  number,
  known.field,
  CASE WHEN known.shown OR old_value IS NULL THEN old_value ELSE '[withheld]' END,
  CASE WHEN known.shown OR new_value IS NULL THEN new_value ELSE '[withheld]' END
FROM field_change
WHERE old_value IS DISTINCT FROM new_value
ORDER BY source_system, case_reference, stage, number
