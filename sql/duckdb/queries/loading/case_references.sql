-- scope: internal
-- References of a source that are not written in the plain form of a number or a code, or all of them, and when
-- each was received. $source_system: the source; $any_form: whether all.
SELECT
  case_reference,
  MIN(received_on) FILTER (WHERE stage = 1) AS received_on
FROM fact_stage
WHERE source_system = $source_system
  AND {{current}}
  AND ($any_form OR REGEXP_MATCHES(case_reference, '^0|[^!-~]|\.0+$|^[0-9][0-9.,]*[eE]\+?[0-9]+$'))
GROUP BY case_reference
