-- scope: internal
-- Requests for stage 2, a row per recorded version; parameters as for stage_one.sql.
SELECT
  s.source_system,
  s.case_reference,
  s.recorded_from_load,
  s.recorded_to_load,
  s.received_on
FROM fact_stage s
WHERE s.stage = 2
  AND s.recorded_from_load < s.recorded_to_load
  AND s.recorded_from_load <= $load
  AND s.recorded_to_load > $still_current_after
ORDER BY s.source_system, s.case_reference, s.recorded_from_load
