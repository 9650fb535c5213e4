-- scope: internal
-- References of surveys of a source that are not written in the plain form of a number or a code, or all of them, and when each was sent.
-- $source_system: the source; $any_form: whether all.
SELECT
  survey_reference,
  MIN(sent_on) AS sent_on
FROM fact_survey
WHERE source_system = $source_system
  AND {{current}}
  AND ($any_form OR REGEXP_MATCHES(survey_reference, '^0|[^!-~]|\.0+$|^[0-9][0-9.,]*[eE]\+?[0-9]+$'))
GROUP BY survey_reference
