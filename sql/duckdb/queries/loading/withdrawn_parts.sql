-- scope: internal
-- Of each landlord, each stage or kind of record, and each reporting year of receipt, decision, offer or making that a source gave before
-- a load: the facts that there were, and those that the load withdraws; of each landlord's reporting years those of which it leaves nothing.
-- Parts that lose nothing are left out. A source that deletes what is old takes the rest of its first year bit by bit: of a year, what is
-- older than all that stays counts only where most of the year goes with it, what went in that way before included. $source_system: the
-- source; $fact: the target; $load: the load. An order or an action may have no day: it is of no year.
-- Whose cases are is asked where payments or actions are, and not for the many stages.
WITH case_owner AS NOT MATERIALIZED (
  SELECT case_reference, ARG_MAX(landlord_code, (recorded_to_load, stage)) AS landlord_code
  FROM fact_stage
  WHERE source_system = $source_system
  GROUP BY case_reference
),
fact AS (
  SELECT
    case_reference AS reference,
    stage,
    'stage ' || CAST(stage AS VARCHAR) AS kind,
    landlord_code,
    received_on,
    withdrawn_by_source,
    recorded_from_load,
    recorded_to_load
  FROM fact_stage
  WHERE $fact = 'stage' AND source_system = $source_system
  UNION ALL
  SELECT
    contact_reference,
    0,
    'kind ' || kind,
    landlord_code,
    received_on,
    withdrawn_by_source,
    recorded_from_load,
    recorded_to_load
  FROM fact_contact
  WHERE $fact = 'contact' AND source_system = $source_system
  UNION ALL
  SELECT
    ombudsman_reference || CHR(31) || element,
    0,
    'finding ' || finding,
    landlord_code,
    determined_on,
    withdrawn_by_source,
    recorded_from_load,
    recorded_to_load
  FROM fact_finding
  WHERE $fact = 'finding' AND source_system = $source_system
  UNION ALL
  SELECT
    payment.case_reference || CHR(31) || payment.payment_reference,
    0,
    'kind ' || payment.kind,
    COALESCE(owner.landlord_code, 'not known'),
    COALESCE(payment.offered_on, payment.paid_on),
    payment.withdrawn_by_source,
    payment.recorded_from_load,
    payment.recorded_to_load
  FROM fact_compensation AS payment
  LEFT JOIN case_owner AS owner ON owner.case_reference = payment.case_reference
  WHERE $fact = 'compensation' AND payment.source_system = $source_system
  UNION ALL
  SELECT
    action.case_reference || CHR(31) || action.action_reference,
    0,
    'kind ' || action.kind,
    COALESCE(owner.landlord_code, 'not known'),
    COALESCE(action.made_on, action.due_on, action.done_on),
    action.withdrawn_by_source,
    action.recorded_from_load,
    action.recorded_to_load
  FROM fact_action AS action
  LEFT JOIN case_owner AS owner ON owner.case_reference = action.case_reference
  WHERE $fact = 'action' AND action.source_system = $source_system
  UNION ALL
  SELECT
    ombudsman_reference || CHR(31) || order_reference,
    0,
    'kind ' || kind,
    landlord_code,
    COALESCE(due_on, complied_on),
    withdrawn_by_source,
    recorded_from_load,
    recorded_to_load
  FROM fact_order
  WHERE $fact = 'order' AND source_system = $source_system
  UNION ALL
  SELECT
    survey_reference || CHR(31) || question,
    0,
    'question ' || question,
    landlord_code,
    COALESCE(sent_on, answered_on),
    withdrawn_by_source,
    recorded_from_load,
    recorded_to_load
  FROM fact_survey
  WHERE $fact = 'survey' AND source_system = $source_system
  UNION ALL
  -- A resident who left has a version that has ended: those without an end are who there was.
  SELECT
    pseudonym,
    0,
    'residents',
    landlord_code,
    NULL,
    FALSE,
    recorded_from_load,
    recorded_to_load
  FROM dim_resident_characteristics
  WHERE $fact = 'resident' AND source_system = $source_system AND valid_to = DATE '9999-12-31'
),
before AS (
  SELECT
    f.landlord_code,
    f.kind,
    f.received_on,
    day.reporting_year_name AS year_name,
    f.recorded_to_load = $load
      AND NOT EXISTS (
        SELECT 1
        FROM fact AS stays
        WHERE stays.reference = f.reference
          AND stays.stage = f.stage
          AND {{current stays}}
      ) AS withdrawn
  FROM fact AS f
  LEFT JOIN dim_date AS day ON day.date_key = f.received_on
  WHERE f.recorded_from_load < $load
    AND f.recorded_to_load >= $load
),
first_day AS (
  SELECT
    MIN(received_on) AS earliest,
    MIN(received_on) FILTER (WHERE NOT withdrawn) AS kept
  FROM before
),
gone_earlier AS (
  SELECT
    f.landlord_code,
    day.reporting_year_name AS year_name,
    COUNT(DISTINCT (f.reference, f.stage)) AS facts
  FROM fact AS f
  JOIN dim_date AS day ON day.date_key = f.received_on
  CROSS JOIN first_day
  WHERE f.withdrawn_by_source
    AND f.recorded_from_load < $load
    AND f.received_on < first_day.earliest
  GROUP BY ALL
),
landlord_year AS (
  SELECT
    before.landlord_code,
    before.year_name,
    COUNT(*) FILTER (WHERE before.withdrawn) AS withdrawn,
    COUNT(*) FILTER (WHERE before.withdrawn AND before.received_on < first_day.kept) AS aged,
    COUNT(*) AS facts,
    COALESCE(ANY_VALUE(gone_earlier.facts), 0) AS aged_before
  FROM before
  CROSS JOIN first_day
  LEFT JOIN gone_earlier
    ON gone_earlier.landlord_code = before.landlord_code
    AND gone_earlier.year_name = before.year_name
  WHERE before.year_name IS NOT NULL
  GROUP BY before.landlord_code, before.year_name
),
years AS (
  SELECT
    'reporting year ' || year_name AS part,
    SUM(withdrawn) AS withdrawn,
    SUM(aged) AS aged,
    SUM(facts) AS facts,
    SUM(aged_before) AS aged_before
  FROM landlord_year
  GROUP BY year_name
  UNION ALL
  SELECT 'landlord ' || landlord_code || ' in ' || year_name, withdrawn, aged, facts, aged_before
  FROM landlord_year
  WHERE withdrawn = facts
),
parts AS (
  SELECT 'landlord ' || landlord_code AS part, FALSE AS is_year, COUNT(*) FILTER (WHERE withdrawn) AS withdrawn, COUNT(*) AS facts
  FROM before
  GROUP BY landlord_code
  UNION ALL
  SELECT kind, FALSE, COUNT(*) FILTER (WHERE withdrawn), COUNT(*)
  FROM before
  GROUP BY kind
  UNION ALL
  SELECT part, TRUE, CASE WHEN 2 * aged > facts + aged_before THEN withdrawn ELSE withdrawn - aged END, facts
  FROM years
)
SELECT part, is_year, CAST(withdrawn AS BIGINT) AS withdrawn, CAST(facts AS BIGINT) AS facts
FROM parts
WHERE withdrawn > 0
ORDER BY is_year, part LIKE 'landlord % in %', part
