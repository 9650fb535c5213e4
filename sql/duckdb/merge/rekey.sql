-- After a register put the past right: facts whose day now belongs to another version point there from this load on.
-- {{fact}}: the fact; {{fact_key}}: its key; {{day}}: the day that decides; {{as_of}}: view of versions by day;
-- {{identity}}: durable identity; {{dim_key}}: key of the version.

-- step: find
CREATE OR REPLACE TEMP TABLE moved AS
SELECT
  {{fact}}.{{fact_key}} AS old_key,
  (SELECT MAX({{fact_key}}) FROM {{fact}}) + ROW_NUMBER() OVER () AS new_key,
  version.{{dim_key}} AS version_key
FROM {{fact}}
JOIN {{as_of}} AS version
  ON version.{{identity}} = {{fact}}.{{identity}}
  AND version.first_day <= {{fact}}.{{day}}
  AND version.end_day > {{fact}}.{{day}}
WHERE {{current {{fact}}}}
  AND {{fact}}.{{dim_key}} <> version.{{dim_key}}
  AND {{fact}}.{{identity}} IN (SELECT {{identity}} FROM changed_member WHERE NOT is_new);

-- step: record
INSERT INTO {{fact}}
SELECT
  {{fact}}.* REPLACE (
    moved.new_key AS {{fact_key}},
    moved.version_key AS {{dim_key}},
    $load_id AS recorded_from_load
  )
FROM {{fact}}
JOIN moved ON moved.old_key = {{fact}}.{{fact_key}};

-- step: close
UPDATE {{fact}}
SET recorded_to_load = $load_id
FROM moved
WHERE {{fact}}.{{fact_key}} = moved.old_key;

-- step: seen
INSERT INTO session_seen
SELECT session_seen.target, moved.new_key
FROM session_seen
JOIN moved ON moved.old_key = session_seen.seen
WHERE session_seen.target = '{{fact}}';
