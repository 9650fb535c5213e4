-- scope: internal
-- Promises, remedies and lessons, a row per recorded version; parameters as for stage_one.sql.
SELECT
  a.source_system,
  a.case_reference,
  a.recorded_from_load,
  a.recorded_to_load,
  a.kind,
  a.due_on,
  a.done_on,
  a.made_on
FROM fact_action a
WHERE a.recorded_from_load < a.recorded_to_load
  AND a.recorded_from_load <= $load
  AND a.recorded_to_load > $still_current_after
ORDER BY a.source_system, a.case_reference, a.action_reference, a.recorded_from_load
