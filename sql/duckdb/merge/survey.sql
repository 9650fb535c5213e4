-- fact_survey: what is particular to it. A row with a number of answers is a published count, and no survey.

-- step: insert
INSERT INTO fact_survey
SELECT
  $last_key + incoming.staged_row + 1,
  $source_system,
  incoming.survey_reference,
  incoming.question,
  CASE WHEN incoming.answers IS NULL THEN $source_system || ' ' || incoming.survey_reference END,
  COALESCE(landlord.landlord_key, 0),
  incoming.landlord_code,
  incoming.case_reference,
  COALESCE(incoming.stock_type, ''),
  incoming.sent_on,
  incoming.answered_on,
  COALESCE(incoming.answer, ''),
  incoming.score,
  COALESCE(incoming.answers, 1),
  incoming.landlord_on,
  incoming.row_hash,
  $load_id,
  incoming.source_row,
  FALSE,
  $load_id,
  {{still}}
FROM (
  SELECT *, COALESCE(sent_on, answered_on) AS landlord_on
  FROM staging_survey
) AS incoming
ANTI JOIN unchanged_row ON unchanged_row.staged_row = incoming.staged_row
LEFT JOIN landlord_as_of AS landlord
  ON landlord.landlord_code = incoming.landlord_code
  AND landlord.first_day <= incoming.landlord_on
  AND landlord.end_day > incoming.landlord_on;

-- step: control landlord known
INSERT INTO session_control
SELECT $file_name || ': facts of fact_survey without a known landlord', 0, COUNT(*)
FROM fact_survey
WHERE recorded_from_load = $load_id AND {{current}} AND landlord_key = 0;
