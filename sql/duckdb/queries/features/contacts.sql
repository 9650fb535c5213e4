-- scope: internal
-- Contacts with complainants during stage 1, a row per recorded version; parameters as for stage_one.sql.
SELECT
  c.source_system,
  c.case_reference,
  c.recorded_from_load,
  c.recorded_to_load,
  c.occurred_on,
  c.next_agreed_on
FROM fact_communication c
WHERE c.stage = 1
  AND c.recorded_from_load < c.recorded_to_load
  AND c.recorded_from_load <= $load
  AND c.recorded_to_load > $still_current_after
ORDER BY c.source_system, c.case_reference, c.occurred_on, c.next_agreed_on, c.recorded_from_load
