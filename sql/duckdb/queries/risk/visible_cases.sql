-- scope: scoped
-- Cases that there are and that the reader may see. $case_references: their references, with the record separator (character 30) between them.
SELECT
  s.source_system,
  s.case_reference
FROM fact_stage s
WHERE s.case_reference IN (SELECT UNNEST(STRING_SPLIT(CAST($case_references AS VARCHAR), CHR(30))))
  AND s.stage = 1
  AND {{current s}}
  AND {{may see s.landlord_code}}
