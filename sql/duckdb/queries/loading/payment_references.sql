-- scope: internal
-- References of payments of a source that are not written in the plain form of a number or a code, or all of them, when each was offered, and the case.
-- $source_system: the source; $any_form: whether all.
SELECT
  payment_reference,
  MIN(offered_on) AS offered_on,
  case_reference
FROM fact_compensation
WHERE source_system = $source_system
  AND {{current}}
  AND ($any_form OR REGEXP_MATCHES(payment_reference, '^0|[^!-~]|\.0+$|^[0-9][0-9.,]*[eE]\+?[0-9]+$'))
GROUP BY case_reference, payment_reference
