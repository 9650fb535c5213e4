-- How fresh a source promises to be: the days after which what it told last is stale, by the mapping of the file. Null: no promise.
ALTER TABLE load_file ADD COLUMN fresh_for_days INTEGER;

-- Grain: source × what its files became × load that brought rows: for how many days it then promised to be fresh, by the shortest promise
-- of its files; 0 without one.
CREATE VIEW source_promise AS
SELECT
  source_system,
  CASE WHEN target = 'complaint' THEN 'stage' ELSE target END AS target,
  load_id,
  COALESCE(MIN(fresh_for_days), 0) AS days
FROM load_file
WHERE rows_loaded + rows_unchanged > 0
GROUP BY source_system, CASE WHEN target = 'complaint' THEN 'stage' ELSE target END, load_id;
