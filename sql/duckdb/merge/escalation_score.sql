-- fact_escalation_score: the newest score of a complaint, day and model.

-- step: counts
SELECT
  COUNT(*) FILTER (WHERE known.model_version IS NULL) AS added,
  COUNT(*) FILTER (WHERE known.model_version IS NOT NULL) AS changed
FROM staging_escalation_score AS incoming
LEFT JOIN fact_escalation_score AS known USING (source_system, case_reference, as_of, model_version);

-- step: rows
INSERT INTO session_row
SELECT $merge_number, $file_name, source_row, 'loaded'
FROM staging_escalation_score;

-- step: insert
INSERT INTO fact_escalation_score
SELECT
  source_system,
  case_reference,
  as_of,
  model_version,
  CAST(probability AS DOUBLE),
  reasons,
  recorded_load
FROM staging_escalation_score
ON CONFLICT (source_system, case_reference, as_of, model_version) DO UPDATE SET
  probability = EXCLUDED.probability,
  reasons = EXCLUDED.reasons,
  recorded_load = EXCLUDED.recorded_load;
