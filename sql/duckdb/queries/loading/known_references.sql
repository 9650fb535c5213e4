-- scope: internal
-- References of a source that are not written in the plain form of a number or a code, or all of them, with the day of each that does not
-- change. $kind: the kind of record; $source_system: the source; $any_form: whether all.
SELECT
  reference,
  MIN(lasting_day) AS lasting_day,
  within
FROM record_reference
WHERE kind = $kind
  AND source_system = $source_system
  AND {{current}}
  AND ($any_form OR REGEXP_MATCHES(reference || '|' || within, '(^|\|)0|[^!-~]|\.0+($|\|)|(^|\|)[0-9][0-9.,]*[eE]\+?[0-9]+($|\|)'))
GROUP BY reference, within
