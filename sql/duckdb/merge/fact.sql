-- Compare and merge of any fact. What is particular to one (new members, the insert) stands in its own file.
-- {{table}}: the fact; {{key}}: its surrogate key; {{natural}}: its natural key; {{staging}}: the staging table;
-- {{same_source}}: "AND source_system = $source_system" where the source is part of the key; {{others_row}}, {{or_others}}: where it is
-- not, what becomes of a row whose fact another source states, which stays that source's unless this one takes its place;
-- {{entry_keys}}: the keys that an entry of the quarantine can have whose row is this fact; {{held_keys}}: those that keep this fact while
-- such an entry is in the load.

-- step: compare
CREATE OR REPLACE TEMP TABLE compared AS
SELECT
  incoming.staged_row,
  incoming.source_row,
  known.{{key}} AS known_key,
  CASE
    WHEN known.{{key}} IS NULL THEN 'added'
    {{others_row}}
    WHEN known.row_hash = incoming.row_hash{{same_resolution}} THEN 'unchanged'
    ELSE 'changed'
  END AS fate
FROM {{staging}} AS incoming
LEFT JOIN (
  SELECT *
  FROM {{table}}
  WHERE {{current}}
  {{same_source}}
) AS known USING ({{natural}});

-- step: unchanged
-- What the insert leaves out; empty at a first load, narrow always.
CREATE OR REPLACE TEMP TABLE unchanged_row AS
SELECT staged_row
FROM compared
WHERE fate = 'unchanged';

-- step: rows
INSERT INTO session_row
SELECT
  $merge_number,
  $file_name,
  source_row,
  CASE WHEN BOOL_OR(fate <> 'unchanged') THEN 'loaded' ELSE 'unchanged' END
FROM compared
GROUP BY source_row;

-- step: counts
SELECT
  COUNT(*) FILTER (WHERE fate = 'added') AS added,
  COUNT(*) FILTER (WHERE fate = 'changed') AS changed,
  (SELECT COALESCE(MAX({{key}}), 0) FROM {{table}}) AS last_key
FROM compared;

-- step: seen
INSERT INTO session_seen
SELECT '{{table}}', CASE WHEN fate = 'unchanged' THEN known_key ELSE $last_key + staged_row + 1 END
FROM compared;

-- step: close changed
UPDATE {{table}}
SET recorded_to_load = $load_id
FROM compared
WHERE {{table}}.{{key}} = compared.known_key AND compared.fate = 'changed';

-- step: open entries
SELECT COUNT(*)
FROM load_quarantine
WHERE status = 'open' AND load_id < $load_id AND source_system = $source_system AND target IN ({{quarantine_targets}});

-- step: settle quarantine
-- An accepted row settles what earlier loads held back under its key. A key of which a part could not be read ('?') may be another row's,
-- so only a row that says something new settles it, and where the fact has a day, one that was not known before and is of the entry's day.
INSERT INTO session_settled
WITH accepted AS (
  SELECT UNNEST(CAST([{{row_keys}}] AS VARCHAR[])) AS row_key, CAST(NULL AS DATE) AS part_day
  FROM {{staging}} AS incoming
  UNION ALL
  SELECT UNNEST(CAST([{{part_keys}}] AS VARCHAR[])), CAST({{part_day}} AS DATE)
  FROM {{staging}} AS incoming
  JOIN compared ON compared.staged_row = incoming.staged_row
  WHERE compared.fate = 'added' OR (compared.fate = 'changed' AND {{part_day}} IS NULL)
)
SELECT entry.quarantine_id
FROM load_quarantine AS entry
SEMI JOIN accepted
  ON accepted.row_key = entry.target || ' ' || entry.row_key
  AND (accepted.part_day IS NULL OR entry.event_date IS NULL OR accepted.part_day = entry.event_date)
WHERE entry.status = 'open'
  AND entry.load_id < $load_id
  AND entry.source_system = $source_system;

-- step: standing entries
-- Entries that were mended and whose fact stands: the same faulty row in the next extract is no news.
INSERT INTO standing_entry
WITH current_key AS (
  SELECT UNNEST(CAST([{{entry_keys}}] AS VARCHAR[])) AS row_key
  FROM {{table}} AS incoming
  WHERE {{current incoming}} AND incoming.source_system = $source_system
)
SELECT quarantine_id
FROM replayed_entry
SEMI JOIN current_key USING (row_key);

-- step: find withdrawn
-- A row that is held back is in the file: its fact is not missing, whatever is wrong with the row. The repeat of a row that was taken says
-- nothing of any other.
CREATE OR REPLACE TEMP TABLE missing AS
WITH unseen AS (
  SELECT
    incoming.{{key}} AS known_key,
    CAST([{{held_keys}}] AS VARCHAR[]) AS row_keys
  FROM {{table}} AS incoming
  WHERE {{current incoming}}
    AND incoming.source_system = $source_system
    AND incoming.{{key}} NOT IN (SELECT seen FROM session_seen WHERE target = '{{table}}')
),
held_back AS (
  SELECT entry.target || ' ' || entry.row_key AS row_key
  FROM load_quarantine AS entry
  SEMI JOIN session_quarantine_seen USING (quarantine_id)
  WHERE entry.source_system = $source_system
    AND entry.rule_id <> 'duplicate-row'
),
kept AS (
  SELECT unseen_key.known_key
  FROM (SELECT known_key, UNNEST(row_keys) AS row_key FROM unseen) AS unseen_key
  SEMI JOIN held_back USING (row_key)
)
SELECT known_key
FROM unseen
ANTI JOIN kept USING (known_key);

-- step: current before
SELECT COUNT(*)
FROM {{table}}
WHERE source_system = $source_system
  AND {{known at $load_id - 1}};

-- step: mark withdrawn
-- An empty recorded interval: it says that and when the source withdrew the fact, and no figure counts it.
INSERT INTO {{table}}
SELECT
  {{table}}.* REPLACE (
    (SELECT MAX({{key}}) FROM {{table}}) + ROW_NUMBER() OVER () AS {{key}},
    $load_id AS source_load,
    TRUE AS withdrawn_by_source,
    $load_id AS recorded_from_load,
    $load_id AS recorded_to_load
  )
FROM {{table}}
JOIN missing ON missing.known_key = {{table}}.{{key}};

-- step: close withdrawn
UPDATE {{table}}
SET recorded_to_load = $load_id
FROM missing
WHERE {{table}}.{{key}} = missing.known_key;

-- step: control
-- Each staged fact must meet exactly one current version of its key, and that version must say the same.
INSERT INTO session_control
WITH met AS (
  SELECT
    COUNT(*) AS versions,
    COUNT(*) FILTER (WHERE current_version.row_hash = incoming.row_hash{{or_others}}) AS same
  FROM {{staging}} AS incoming
  JOIN (
    SELECT {{natural}}, row_hash, source_system
    FROM {{table}}
    WHERE {{current}}
    {{same_source}}
  ) AS current_version USING ({{natural}})
),
staged AS (
  SELECT COUNT(*) AS facts
  FROM {{staging}}
)
SELECT $file_name || ': facts staged for {{table}} = current facts that say the same', staged.facts, met.same
FROM staged, met
UNION ALL
SELECT $file_name || ': facts staged for {{table}} = current versions of their keys', staged.facts, met.versions
FROM staged, met;
