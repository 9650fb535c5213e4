-- Grain: one version of a record that is counted by its reference. What loads ask of all kinds alike to find one record under two
-- references: before, each kind had queries of its own that said the same.
CREATE VIEW record_reference AS
SELECT
  'stage' AS kind,
  source_system,
  '' AS within,                    -- the reference within which this one is given out; '' for one of the whole source
  case_reference AS reference,
  landlord_code,                   -- '' where the record is its case's
  CASE WHEN stage = 1 THEN received_on END AS lasting_day, -- a day that does not change, where the record has one
  CASE WHEN stage = 1 THEN received_on END AS day,         -- the first that is known
  '' AS content,                   -- what else is equal in two rows of one record
  recorded_from_load,
  recorded_to_load
FROM fact_stage
UNION ALL
SELECT 'contact', source_system, '', contact_reference, landlord_code, received_on, received_on, '', recorded_from_load, recorded_to_load
FROM fact_contact
UNION ALL
SELECT
  'action', source_system, case_reference, action_reference, '', made_on, COALESCE(made_on, due_on, done_on), '',
  recorded_from_load, recorded_to_load
FROM fact_action
UNION ALL
SELECT
  'compensation', source_system, case_reference, payment_reference, '', offered_on, COALESCE(offered_on, paid_on), CAST(amount AS VARCHAR),
  recorded_from_load, recorded_to_load
FROM fact_compensation
UNION ALL
SELECT
  'finding', source_system, '', ombudsman_reference, landlord_code, determined_on, determined_on, '',
  recorded_from_load, recorded_to_load
FROM fact_finding
UNION ALL
SELECT
  'finding_element', source_system, ombudsman_reference, element, landlord_code, NULL, determined_on, '',
  recorded_from_load, recorded_to_load
FROM fact_finding
UNION ALL
SELECT
  'order', source_system, ombudsman_reference, order_reference, landlord_code, NULL, landlord_on, kind,
  recorded_from_load, recorded_to_load
FROM fact_order
UNION ALL
SELECT
  'order_case', source_system, '', ombudsman_reference, landlord_code, NULL, landlord_on, kind || ' ' || order_reference,
  recorded_from_load, recorded_to_load
FROM fact_order                    -- the same orders, to find those of an Ombudsman's case under another reference
UNION ALL
SELECT
  'survey', source_system, '', survey_reference, landlord_code, sent_on, landlord_on, '',
  recorded_from_load, recorded_to_load
FROM fact_survey
UNION ALL
SELECT
  'survey_question', source_system, survey_reference, question, landlord_code, NULL, landlord_on, '',
  recorded_from_load, recorded_to_load
FROM fact_survey;
