-- What is wrong with a stage's extension, as the clock read it: the bits of the domain's ExtensionFault, 0 for nothing or no extension. Kept,
-- so that a figure counts it without reading the parts of every extension, and the rule stands in one place.
ALTER TABLE fact_stage ADD COLUMN extension_faults SMALLINT DEFAULT 0;

-- Of stages that are here already, once, by the same rule. How long an extension that does not count was asked for is not kept.
UPDATE fact_stage
SET extension_faults =
  CASE WHEN extension_agreed_on > standard_due_on THEN 1 ELSE 0 END
  + CASE WHEN extension_agreed_on < received_on THEN 2 ELSE 0 END
  + CASE WHEN extension_to IS NULL THEN 4 ELSE 0 END
  + CASE WHEN extension_agreed_on IS NULL THEN 8 ELSE 0 END
  + CASE WHEN extension_to <= standard_due_on THEN 16 ELSE 0 END
  + CASE WHEN extension_to > extended_due_on THEN 32 ELSE 0 END
  + CASE WHEN LENGTH(TRIM(COALESCE(extension_reason, ''))) = 0 THEN 64 ELSE 0 END
  + CASE
      WHEN ombudsman_details_given IS DISTINCT FROM TRUE
        AND code_rule_key IN (SELECT code_rule_key FROM dim_code_rule WHERE rule_id = 'code-2024')
      THEN 128 ELSE 0
    END
WHERE extension_agreed_on IS NOT NULL
  OR extension_to IS NOT NULL
  OR LENGTH(TRIM(COALESCE(extension_reason, ''))) > 0
  OR ombudsman_details_given;
