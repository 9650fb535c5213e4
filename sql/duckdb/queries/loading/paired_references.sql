-- scope: internal
-- Whether references of a source are pairs of numbers, and whether some are pairs of short ones: a row for each, or none. $source_system:
-- the source; $field: which references.
WITH known AS (
  SELECT reference
  FROM record_reference AS record
  JOIN (
    VALUES
      ('stage', 'case_reference'),
      ('contact', 'contact_reference'),
      ('action', 'action_reference'),
      ('compensation', 'payment_reference'),
      ('finding', 'ombudsman_reference'),
      ('order_case', 'ombudsman_reference'),
      ('order', 'order_reference'),
      ('survey', 'survey_reference')
  ) AS referred (kind, field) ON referred.kind = record.kind
  WHERE referred.field = $field AND source_system = $source_system AND {{current record}}
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
