-- scope: internal
-- Stages that the quarantine holds back, a row per recorded period; parameters as for stage_one.sql.
SELECT
  h.source_system,
  h.case_reference,
  h.recorded_from_load,
  h.recorded_to_load,
  h.may_be_stage_two
FROM held_back_stage h
WHERE h.recorded_from_load <= $load
  AND h.recorded_to_load > $still_current_after
ORDER BY h.source_system, h.case_reference, h.recorded_from_load
