-- Stages that the quarantine holds back, by the case they name: what became of such a case is not known. A further copy of a row that loads
-- says nothing new, and a row that a person dismissed is left out by decision. A row whose stage could not be read ('?') may be either
-- stage.

-- Grain: a row of complaints held back, from the load that held it back to the load that settled it.
CREATE VIEW held_back_stage AS
SELECT
  q.source_system,
  CASE q.target
    WHEN 'complaint' THEN q.row_key
    ELSE REGEXP_EXTRACT(q.row_key, '^(.*)/[12?]$', 1)
  END AS case_reference,                   -- null where it could not be read
  q.target = 'complaint' OR COALESCE(q.row_key, '') NOT LIKE '%/1' AS may_be_stage_two,
  q.load_id AS recorded_from_load,
  COALESCE(q.resolved_by_load, 2147483647) AS recorded_to_load
FROM load_quarantine AS q
WHERE q.target IN ('stage', 'complaint')
  AND q.rule_id <> 'duplicate-row'
  AND q.status <> 'dismissed';
