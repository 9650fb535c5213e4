-- scope: internal
-- References of actions of a source that are not written in the plain form of a number or a code, or all of them, when each was made, and the case.
-- $source_system: the source; $any_form: whether all.
SELECT
  action_reference,
  MIN(made_on) AS made_on,
  case_reference
FROM fact_action
WHERE source_system = $source_system
  AND {{current}}
  AND ($any_form OR REGEXP_MATCHES(action_reference, '^0|[^!-~]|\.0+$|^[0-9][0-9.,]*[eE]\+?[0-9]+$'))
GROUP BY case_reference, action_reference
