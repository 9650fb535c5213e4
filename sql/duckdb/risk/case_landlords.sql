-- Whose cases are. $p0: their references, with the record separator (character 30) between them.
SELECT
  s.source_system,
  s.case_reference,
  s.landlord_code
FROM fact_stage s
WHERE s.case_reference IN (SELECT UNNEST(STRING_SPLIT(CAST($p0 AS VARCHAR), CHR(30))))
  AND s.stage = 1
  AND s.recorded_to_load = 2147483647
