-- scope: internal
-- References of orders of a source that are not written in the plain form of a number or a code, or all of them, and the Ombudsman's case.
-- $source_system: the source; $any_form: whether all.
SELECT
  order_reference,
  NULL::DATE AS any_day,
  ombudsman_reference
FROM fact_order
WHERE source_system = $source_system
  AND {{current}}
  AND ($any_form OR REGEXP_MATCHES(order_reference, '^0|[^!-~]|\.0+$|^[0-9][0-9.,]*[eE]\+?[0-9]+$')
    OR REGEXP_MATCHES(ombudsman_reference, '^0|[^!-~]|\.0+$|^[0-9][0-9.,]*[eE]\+?[0-9]+$'))
GROUP BY ombudsman_reference, order_reference
