-- scope: internal
-- References of the Ombudsman in a source that are not written in the plain form of a number or a code, or all of them, and when
-- each was decided. $source_system: the source; $any_form: whether all.
SELECT
  ombudsman_reference,
  MIN(determined_on) AS determined_on
FROM fact_finding
WHERE source_system = $source_system
  AND {{current}}
  AND ($any_form OR REGEXP_MATCHES(ombudsman_reference, '^0|[^!-~]|\.0+$|^[0-9][0-9.,]*[eE]\+?[0-9]+$'))
GROUP BY ombudsman_reference
