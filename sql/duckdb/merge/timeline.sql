-- Merge of a type 2 dimension. A register states what holds from a day on; what the warehouse knew of earlier days stays. The versions of a
-- member are laid out anew as a timeline, and only versions that differ from the recorded ones are recorded again.
-- {{dim}}: the dimension; {{key}}: its key; {{identity}}: durable identity of a member; {{columns}}: what a row states;
-- {{stated_by}}: the source that states it, where all sources speak of the same members;
-- {{moves_beginning}}: whether a first day that is stated later takes back the days before it;
-- {{incoming}}: one row per stated version with staged_row, {{identity}}, row_hash, valid_from and valid_to (both may be null).

-- step: standing entries
-- Entries that were mended and whose member stands: the same faulty row in the next extract is no news.
INSERT INTO standing_entry
SELECT quarantine_id
FROM replayed_entry
WHERE row_key IN (
  SELECT '{{target}} ' || key_part({{row_key}})
  FROM {{dim}}
  WHERE {{current}}
  {{same_source}}
);

-- step: known
CREATE OR REPLACE TEMP TABLE known AS
SELECT {{dim}}.*
FROM {{dim}}
SEMI JOIN {{incoming}} USING ({{identity}})
WHERE {{current {{dim}}}};

-- step: stated
-- What begins later ends what began before, whether that has an end of its own or not: no member is two things on one day.
-- A row without a first day says: since ever for a new member, as before when nothing changed, else from the extract date.
CREATE OR REPLACE TEMP TABLE stated AS
WITH latest AS (
  SELECT
    {{identity}},
    MAX(valid_from) AS last_from,
    ARG_MAX(valid_to, valid_from) AS last_to,
    ARG_MAX(row_hash, valid_from) AS last_hash
  FROM known
  GROUP BY {{identity}}
),
placed AS (
  SELECT
    incoming.staged_row,
    {{identity}},
    incoming.row_hash,
    COALESCE(
      incoming.valid_from,
      CASE
        WHEN latest.last_from IS NULL THEN DATE '1900-01-01'
        WHEN latest.last_hash = incoming.row_hash
          AND latest.last_to IN (DATE '9999-12-31', incoming.valid_to) THEN latest.last_from
        WHEN incoming.valid_to <= $extract_date THEN latest.last_from
        ELSE GREATEST($extract_date, latest.last_from)
      END
    ) AS valid_from,
    incoming.valid_from IS NOT NULL AS has_first_day,
    incoming.valid_to AS stated_to
  FROM {{incoming}} AS incoming
  LEFT JOIN latest USING ({{identity}})
)
SELECT
  staged_row,
  {{identity}},
  row_hash,
  has_first_day,
  valid_from,
  LEAST(
    COALESCE(stated_to, DATE '9999-12-31'),
    COALESCE(LEAD(valid_from) OVER (PARTITION BY {{identity}} ORDER BY valid_from, staged_row), DATE '9999-12-31')
  ) AS valid_to
FROM placed;

-- step: beginning
CREATE OR REPLACE TEMP TABLE beginning AS
SELECT
  {{identity}},
  MIN(valid_from) AS stated_from,
  ARG_MIN(row_hash, valid_from) AS row_hash,
  ARG_MIN(has_first_day, valid_from) AS has_first_day
FROM stated
GROUP BY {{identity}};

-- step: begun later
-- What is said to begin on a day did not hold before it: a known version of the same words that has the day is put right.
-- One of other words is what the member was before, and stays up to the day.
CREATE OR REPLACE TEMP TABLE begun_later AS
SELECT {{identity}}, known.valid_from
FROM known
JOIN beginning USING ({{identity}}, row_hash)
WHERE {{moves_beginning}}
  AND beginning.has_first_day
  AND known.valid_from < beginning.stated_from
  AND known.valid_to > beginning.stated_from;

-- step: timeline
CREATE OR REPLACE TEMP TABLE timeline AS
WITH versions AS (
  SELECT
    {{identity}},
    known.row_hash,
    known.valid_from,
    LEAST(known.valid_to, beginning.stated_from) AS valid_to,
    known.{{key}} AS known_key,
    CAST(NULL AS BIGINT) AS staged_row
  FROM known
  JOIN beginning USING ({{identity}})
  ANTI JOIN begun_later USING ({{identity}}, valid_from)
  WHERE known.valid_from < beginning.stated_from
  UNION ALL
  SELECT {{identity}}, row_hash, valid_from, valid_to, NULL, staged_row
  FROM stated
),
-- Neighbours that say the same are one version.
marked AS (
  SELECT
    *,
    CASE
      WHEN LAG(valid_to) OVER line = valid_from AND LAG(row_hash) OVER line = row_hash THEN 0
      ELSE 1
    END AS starts
  FROM versions
  WHERE valid_from < valid_to
  WINDOW line AS (PARTITION BY {{identity}} ORDER BY valid_from, valid_to, staged_row)
),
numbered AS (
  SELECT
    *,
    SUM(starts) OVER (PARTITION BY {{identity}} ORDER BY valid_from, valid_to, staged_row) AS version
  FROM marked
)
SELECT
  {{identity}},
  ANY_VALUE(row_hash) AS row_hash,
  MIN(valid_from) AS valid_from,
  MAX(valid_to) AS valid_to,
  MIN(known_key) AS known_key,
  MIN(staged_row) AS staged_row
FROM numbered
GROUP BY {{identity}}, version;

-- step: compare
-- Versions to record: new ones get a new key, those that only end elsewhere or are put right keep theirs.
CREATE OR REPLACE TEMP TABLE changed_version AS
SELECT
  timeline.*,
  recorded.{{key}} AS kept_key
FROM timeline
LEFT JOIN known AS recorded
  ON recorded.{{identity}} = timeline.{{identity}}
  AND recorded.valid_from = timeline.valid_from
WHERE recorded.{{key}} IS NULL
  OR recorded.valid_to <> timeline.valid_to
  OR recorded.row_hash <> timeline.row_hash;

-- step: compare dropped
CREATE OR REPLACE TEMP TABLE dropped_version AS
SELECT known.{{identity}}, known.valid_from
FROM known
ANTI JOIN timeline
  ON known.{{identity}} = timeline.{{identity}}
  AND known.valid_from = timeline.valid_from
  AND known.valid_to = timeline.valid_to
  AND known.row_hash = timeline.row_hash;

-- step: members
CREATE OR REPLACE TEMP TABLE changed_member AS
SELECT
  member.{{identity}},
  member.{{identity}} NOT IN (SELECT {{identity}} FROM known) AS is_new
FROM (
  SELECT {{identity}} FROM changed_version
  UNION
  SELECT {{identity}} FROM dropped_version
) AS member;

-- step: close
UPDATE {{dim}}
SET recorded_to_load = $load_id
FROM dropped_version
WHERE {{dim}}.{{identity}} = dropped_version.{{identity}}
  AND {{dim}}.valid_from = dropped_version.valid_from
  AND {{current {{dim}}}};

-- step: record kept
INSERT INTO {{dim}}
SELECT
  known.* REPLACE (
    changed_version.valid_to AS valid_to,
    $load_id AS recorded_from_load,
    {{still}} AS recorded_to_load
  )
FROM changed_version
JOIN known
  ON known.{{identity}} = changed_version.{{identity}}
  AND known.{{key}} = changed_version.known_key
WHERE changed_version.known_key IS NOT NULL;

-- step: record stated
INSERT INTO {{dim}} BY NAME
SELECT
  COALESCE(
    changed_version.kept_key,
    (SELECT MAX({{key}}) FROM {{dim}}) + ROW_NUMBER() OVER (ORDER BY changed_version.staged_row)
  ) AS {{key}},
  {{columns}},
  changed_version.row_hash,
  changed_version.valid_from,
  changed_version.valid_to,
  {{stated_by}}
  $load_id AS recorded_from_load,
  {{still}} AS recorded_to_load
FROM changed_version
JOIN {{incoming}} AS incoming USING (staged_row)
WHERE changed_version.known_key IS NULL;

-- step: rows
INSERT INTO session_row
SELECT
  $merge_number,
  $file_name,
  incoming.source_row,
  CASE WHEN BOOL_OR(changed_member.is_new IS NOT NULL) THEN 'loaded' ELSE 'unchanged' END
FROM {{incoming}} AS incoming
LEFT JOIN changed_member USING ({{identity}})
GROUP BY incoming.source_row;

-- step: counts
SELECT
  (SELECT COUNT(*) FROM changed_member WHERE is_new) AS added,
  (SELECT COUNT(*) FROM changed_member WHERE NOT is_new) AS changed,
  (SELECT COUNT(*) FROM dropped_version) AS closed,
  (SELECT COUNT(*) FROM begun_later) AS begun_later,
  (SELECT COUNT(DISTINCT {{identity}}) FROM known) AS known;

-- step: settle quarantine
INSERT INTO session_settled
SELECT quarantine_id
FROM load_quarantine
WHERE status = 'open'
  AND load_id < $load_id
  AND source_system = $source_system
  AND target = '{{target}}'
  AND row_key IN (
    SELECT key_part(incoming.{{row_key}})
    FROM {{incoming}} AS incoming
    SEMI JOIN changed_member USING ({{identity}})
  );

-- step: control one version a day
INSERT INTO session_control
SELECT $file_name || ': versions of {{dim}} that overlap the one before', 0, COUNT(*)
FROM (
  SELECT LAG(valid_to) OVER (PARTITION BY {{identity}} ORDER BY valid_from, valid_to) > valid_from AS reaches_into_next
  FROM {{dim}}
  SEMI JOIN {{incoming}} USING ({{identity}})
  WHERE {{current}}
)
WHERE reaches_into_next;

-- step: control member known
INSERT INTO session_control
SELECT
  $file_name || ': members stated for {{dim}} = members current',
  (SELECT COUNT(DISTINCT {{identity}}) FROM {{incoming}}),
  (
    SELECT COUNT(DISTINCT {{identity}})
    FROM {{dim}}
    SEMI JOIN {{incoming}} USING ({{identity}})
    WHERE {{current}}
  );
