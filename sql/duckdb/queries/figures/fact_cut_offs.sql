-- scope: internal
-- Up to which day each source told of the rows of a fact, by the loads that brought any. As for complaints, a full extract states them
-- all, and so none of the days after it; an incremental one adds to what stands. The newest says for how many days it promises to be
-- fresh. $target: what the files became; $load: the last load that counts.
WITH brought AS (
  SELECT f.source_system, l.load_id, l.extract_date, MAX(CASE WHEN f.mode = 'full' THEN 1 ELSE 0 END) AS is_full
  FROM load AS l
  JOIN load_file AS f ON f.load_id = l.load_id
  WHERE f.target = $target
    AND f.rows_loaded + f.rows_unchanged > 0
    AND l.load_id <= $load
  GROUP BY f.source_system, l.load_id, l.extract_date
),
told AS (
  SELECT source_system, load_id, extract_date, SUM(is_full) OVER (PARTITION BY source_system ORDER BY load_id) AS statement
  FROM brought
),
known AS (
  SELECT
    source_system,
    load_id,
    MAX(extract_date) OVER (PARTITION BY source_system, statement ORDER BY load_id) AS known_to
  FROM told
),
promise AS (
  SELECT source_system, ARG_MAX(days, load_id) AS days
  FROM source_promise
  WHERE target = $target AND load_id <= $load
  GROUP BY source_system
)
SELECT k.source_system, ARG_MAX(k.known_to, k.load_id) AS cut_off, NULLIF(MAX(p.days), 0) AS fresh_for_days
FROM known AS k
LEFT JOIN promise AS p ON p.source_system = k.source_system
GROUP BY k.source_system
