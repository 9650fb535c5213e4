-- References of a source that are not written in the plain form of a number or a code, or all of them. $source_system: the source;
-- $any_form: whether all.
SELECT DISTINCT contact_reference
FROM fact_contact
WHERE source_system = $source_system
  AND {{current}}
  AND ($any_form OR REGEXP_MATCHES(contact_reference, '^0|[^!-~]|\.0+$|^[0-9][0-9.,]*[eE]\+?[0-9]+$'))
