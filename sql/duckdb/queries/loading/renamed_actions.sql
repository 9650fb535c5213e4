-- scope: internal
-- Actions that a load brings, each beside actions of the same case and day loaded before that can be the same. As for cases, in
-- renamed_stages.sql. $source_system: the source; $load: the load; $most_cases: new actions looked at; $most_pairs: rows of the answer.
WITH brought AS (
  SELECT case_reference, action_reference, COALESCE(made_on, due_on, done_on) AS day
  FROM fact_action AS action
  WHERE source_system = $source_system
    AND recorded_from_load = $load
    AND {{current action}}
    AND NOT EXISTS (
      SELECT 1
      FROM fact_action AS earlier
      WHERE earlier.source_system = $source_system
        AND earlier.case_reference = action.case_reference
        AND earlier.action_reference = action.action_reference
        AND earlier.recorded_from_load < $load
    )
  ORDER BY HASH(case_reference, action_reference)
  LIMIT $most_cases
),
known AS (
  SELECT case_reference, action_reference, source_system, COALESCE(made_on, due_on, done_on) AS day
  FROM fact_action AS action
  WHERE recorded_from_load < $load AND {{current action}}
)
SELECT DISTINCT
  mine.action_reference,
  other.action_reference AS known_reference,
  other.source_system,
  (SELECT COUNT(*) FROM brought) AS cases,
  mine.case_reference
FROM brought AS mine
JOIN known AS other ON other.case_reference = mine.case_reference AND other.day = mine.day
WHERE UPPER(mine.action_reference) <> UPPER(other.action_reference)
LIMIT $most_pairs
