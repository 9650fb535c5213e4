-- scope: internal
-- Whether references of a source are pairs of numbers, and whether some are pairs of short ones: a row for each, or none. $source_system:
-- the source; $field: which references.
WITH known AS (
  SELECT case_reference AS reference
  FROM fact_stage
  WHERE $field = 'case_reference' AND source_system = $source_system AND {{current}}
  UNION ALL
  SELECT contact_reference
  FROM fact_contact
  WHERE $field = 'contact_reference' AND source_system = $source_system AND {{current}}
  UNION ALL
  SELECT action_reference
  FROM fact_action
  WHERE $field = 'action_reference' AND source_system = $source_system AND {{current}}
  UNION ALL
  SELECT payment_reference
  FROM fact_compensation
  WHERE $field = 'payment_reference' AND source_system = $source_system AND {{current}}
  UNION ALL
  SELECT order_reference
  FROM fact_order
  WHERE $field = 'order_reference' AND source_system = $source_system AND {{current}}
  UNION ALL
  SELECT survey_reference
  FROM fact_survey
  WHERE $field = 'survey_reference' AND source_system = $source_system AND {{current}}
  UNION ALL
  SELECT property_reference
  FROM dim_property
  WHERE $field = 'property_reference' AND property_id <> 0 AND {{current}}
  UNION ALL
  SELECT identifier
  FROM property_reference
  WHERE $field = 'identifier' AND source_system = $source_system AND {{current}}
)
SELECT DISTINCT REGEXP_MATCHES(reference, '^[0-9]{1,2}[-/][0-9]{1,2}([-/][0-9]{1,2})?$') AS is_short
FROM known
WHERE REGEXP_MATCHES(reference, '^[0-9]{1,4}[-/][0-9]{1,4}$|^[0-9]{1,3}[-/][0-9]{1,4}[-/][0-9]{1,3}$')
