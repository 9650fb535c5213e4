-- fact_stage: what is particular to it. See fact.sql for the order of the steps.

-- step: members
INSERT INTO dim_category
SELECT
  (SELECT MAX(category_key) FROM dim_category) + ROW_NUMBER() OVER (ORDER BY pair.category, pair.subcategory),
  category_code(pair.category, pair.subcategory),
  CONCAT_WS(' > ', pair.category, NULLIF(pair.subcategory, '')),
  pair.category,
  pair.subcategory
FROM (
  SELECT DISTINCT
    COALESCE(category, '') AS category,
    COALESCE(subcategory, '') AS subcategory
  FROM staging_stage
  WHERE category IS NOT NULL OR subcategory IS NOT NULL
) AS pair
ANTI JOIN dim_category USING (category, subcategory);

INSERT INTO dim_resident
SELECT
  (SELECT MAX(resident_key) FROM dim_resident) + ROW_NUMBER() OVER (),
  new_member.pseudonym
FROM (
  SELECT DISTINCT pseudonym
  FROM staging_stage
  WHERE pseudonym IS NOT NULL
) AS new_member
ANTI JOIN dim_resident USING (pseudonym);

-- step: find dropped
-- Stages of the cases stated here that the source gave before, and that no row of this load holds.
CREATE OR REPLACE TEMP TABLE missing AS
WITH stated AS (
  SELECT case_reference, MIN(source_row) AS source_row
  FROM staging_stage
  GROUP BY case_reference
)
SELECT
  fact_stage.stage_key AS known_key,
  stated.source_row
FROM fact_stage
JOIN stated USING (case_reference)
WHERE {{current fact_stage}}
  AND fact_stage.source_system = $source_system
  AND fact_stage.stage_key NOT IN (SELECT seen FROM session_seen WHERE target = 'fact_stage');

-- step: rows dropped
UPDATE session_row
SET fate = 'loaded'
WHERE merge_number = $merge_number
  AND fate = 'unchanged'
  AND source_row IN (SELECT source_row FROM missing);

-- step: insert
INSERT INTO fact_stage
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.case_reference,
  incoming.stage,
  COALESCE(landlord.landlord_key, 0),
  incoming.landlord_code,
  COALESCE(property.property_key, 0),
  COALESCE(incoming.property_id, 0),
  incoming.stock_type,
  incoming.tenure_code,
  COALESCE(resident.resident_key, 0),
  COALESCE(service_area.service_area_key, 0),
  COALESCE(category.category_key, 0),
  COALESCE(theme.theme_key, 0),
  COALESCE(channel.channel_key, 0),
  COALESCE(outcome.outcome_key, 0),
  COALESCE(contractor.contractor_key, 0),
  COALESCE(handler.handler_key, 0),
  COALESCE(refusal_reason.refusal_reason_key, 0),
  COALESCE(escalation_reason.escalation_reason_key, 0),
  COALESCE(code_rule.code_rule_key, 0),
  incoming.status,
  incoming.received_on,
  incoming.logged_on,
  incoming.acknowledged_on,
  incoming.responded_on,
  incoming.closed_on,
  incoming.extension_agreed_on,
  incoming.extension_to,
  incoming.extension_reason,
  incoming.ombudsman_details_given,
  incoming.clock_started_on,
  incoming.acknowledge_due_on,
  incoming.standard_due_on,
  incoming.extended_due_on,
  incoming.working_days_to_respond,
  incoming.in_time_basis,
  incoming.points_raised,
  incoming.avoidable,
  incoming.assignment,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}},
  incoming.extension_faults,
  incoming.unknown_allocator,
  incoming.unknown_identifier,
  incoming.unknown_uprn
FROM staging_stage AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row
LEFT JOIN landlord_as_of AS landlord
  ON landlord.landlord_code = incoming.landlord_code
  AND landlord.first_day <= incoming.received_on
  AND landlord.end_day > incoming.received_on
LEFT JOIN property_as_of AS property
  ON property.property_id = incoming.property_id
  AND property.first_day <= incoming.received_on
  AND property.end_day > incoming.received_on
LEFT JOIN dim_resident AS resident ON resident.pseudonym = incoming.pseudonym
LEFT JOIN dim_category AS category
  ON category.category = COALESCE(incoming.category, '')
  AND category.subcategory = COALESCE(incoming.subcategory, '')
LEFT JOIN dim_code_rule AS code_rule ON code_rule.rule_id = incoming.rule_id AND code_rule.stage = incoming.stage
LEFT JOIN dim_service_area AS service_area ON service_area.code = incoming.service_area
LEFT JOIN dim_theme AS theme ON theme.code = incoming.theme
LEFT JOIN dim_channel AS channel ON channel.code = incoming.channel
LEFT JOIN dim_outcome AS outcome ON outcome.code = incoming.outcome
LEFT JOIN dim_contractor AS contractor ON contractor.code = incoming.contractor
LEFT JOIN dim_handler AS handler ON handler.code = incoming.handler
LEFT JOIN dim_refusal_reason AS refusal_reason ON refusal_reason.code = incoming.refusal_reason
LEFT JOIN dim_escalation_reason AS escalation_reason ON escalation_reason.code = incoming.escalation_reason;

-- step: control landlord known
INSERT INTO session_control
SELECT $file_name || ': facts of fact_stage without a known landlord', 0, COUNT(*)
FROM fact_stage
WHERE recorded_from_load = $load_id AND {{current}} AND landlord_key = 0;

-- step: control outcome known
INSERT INTO session_control
SELECT $file_name || ': outcomes that are not in dim_outcome', 0, COUNT(*)
FROM staging_stage
WHERE outcome IS NOT NULL AND outcome NOT IN (SELECT code FROM dim_outcome);

-- step: control rule known
INSERT INTO session_control
SELECT $file_name || ': versions of the Code that are not in dim_code_rule', 0, COUNT(*)
FROM staging_stage
WHERE rule_id NOT IN (SELECT rule_id FROM dim_code_rule);

-- step: control home known
INSERT INTO session_control
SELECT $file_name || ': homes that are not in dim_property', 0, COUNT(*)
FROM staging_stage
WHERE property_id <> 0 AND property_id NOT IN (SELECT property_id FROM dim_property);
