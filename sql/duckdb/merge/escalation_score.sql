-- fact_escalation_score: the scores of a complaint by day, model and load known. What was shown once is never replaced.

-- step: counts
SELECT
  COUNT(*) FILTER (WHERE known.model_version IS NULL) AS added,
  0 AS changed
FROM staging_escalation_score AS incoming
LEFT JOIN fact_escalation_score AS known USING (source_system, case_reference, as_of, model_version, recorded_load);

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
  known_to,
  model_version,
  CAST(probability AS DOUBLE),
  reasons,
  recorded_load
FROM staging_escalation_score
ON CONFLICT (source_system, case_reference, as_of, model_version, recorded_load) DO NOTHING;
