-- scope: internal
-- Up to which day each source told what happened to complaints, by the loads whose rows stand, and for how many days after it the newest
-- of them promises to be fresh. $load: the last load that counts.
WITH promise AS (
  SELECT source_system, ARG_MAX(days, load_id) AS days
  FROM source_promise
  WHERE target = 'stage' AND load_id <= $load
  GROUP BY source_system
)
SELECT e.source_system, ARG_MAX(e.known_to, e.load_id) AS cut_off, NULLIF(MAX(p.days), 0) AS fresh_for_days
FROM source_known_to AS e
LEFT JOIN promise AS p ON p.source_system = e.source_system
WHERE e.load_id <= $load
GROUP BY e.source_system
