-- Whose a case is. $p0: its source system; $p1: its reference.
SELECT s.landlord_code
FROM fact_stage s
WHERE s.source_system = $p0
  AND s.case_reference = $p1
  AND s.stage = 1
  AND s.recorded_to_load = 2147483647
