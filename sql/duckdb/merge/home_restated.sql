-- Stages whose landlord and stock type were told by a home that this load restated. They cannot be told anew here, because of the row's
-- identifiers only those that nobody knew are kept: until their own extract is loaded again they stand in the quarantine, and figures of their landlords are marked.

-- step: find led
-- Stages that a reference or a home of this load leads to: what their rows name and nobody knew is known now, or the identifier that told
-- their home stands for another home as well. Where that is of their landlord and stock type, nothing changes.
CREATE OR REPLACE TEMP TABLE newly_led AS
WITH home AS (
  SELECT *
  FROM dim_property AS version
  WHERE {{current version}} AND version.property_id <> 0
),
way AS (
  SELECT
    named.allocator,
    named.identifier,
    {{named_form}} AS form,
    named.property_id,
    named.valid_from,
    named.valid_to,
    named.recorded_from_load = $load_id AS is_new
  FROM property_reference AS named
  WHERE {{current named}} AND NOT named.withdrawn_by_source AND named.property_id <> 0
  UNION ALL
  SELECT
    home.allocator,
    home.property_reference,
    {{home_form}},
    home.property_id,
    home.valid_from,
    home.valid_to,
    home.recorded_from_load = $load_id
  FROM home
),
new_way AS (
  SELECT
    way.allocator,
    way.identifier,
    way.form,
    home.property_id,
    home.landlord_code,
    home.stock_type,
    GREATEST(way.valid_from, home.valid_from) AS valid_from,
    LEAST(way.valid_to, home.valid_to) AS valid_to
  FROM way
  JOIN home USING (property_id)
  WHERE way.is_new
),
told_by_home AS (
  SELECT
    stage.stage_key,
    stage.property_id,
    stage.landlord_code,
    COALESCE(now.stock_type, stage.stock_type) AS stock_type,
    stage.received_on,
    stage.assignment,
    stage.unknown_allocator,
    {{unknown_form}} AS unknown_form,
    stage.unknown_uprn
  FROM fact_stage AS stage
  LEFT JOIN home AS now
    ON now.property_id = stage.property_id
    AND now.valid_from <= stage.received_on
    AND now.valid_to > stage.received_on
  WHERE {{current stage}}
    AND NOT stage.withdrawn_by_source
    AND stage.assignment <> 'direct'
    AND stage.stage_key NOT IN (SELECT seen FROM session_seen WHERE target = 'fact_stage')
),
lead AS (
  SELECT told.stage_key, new_way.property_id, new_way.landlord_code, new_way.stock_type, new_way.valid_from, new_way.valid_to
  FROM told_by_home AS told
  JOIN new_way ON new_way.allocator = told.unknown_allocator AND new_way.form = told.unknown_form
  UNION
  SELECT told.stage_key, home.property_id, home.landlord_code, home.stock_type, home.valid_from, home.valid_to
  FROM told_by_home AS told
  JOIN home ON home.uprn = told.unknown_uprn
  WHERE home.recorded_from_load = $load_id
  UNION
  SELECT told.stage_key, new_way.property_id, new_way.landlord_code, new_way.stock_type, new_way.valid_from, new_way.valid_to
  FROM told_by_home AS told
  JOIN way ON way.property_id = told.property_id
  JOIN new_way
    ON new_way.allocator = way.allocator
    AND new_way.form = way.form
    AND new_way.property_id <> told.property_id
    AND (told.assignment <> 'exact' OR new_way.identifier = way.identifier)
  WHERE told.assignment <> 'uprn'
)
SELECT DISTINCT told.stage_key, lead.property_id
FROM lead
JOIN told_by_home AS told USING (stage_key)
WHERE lead.valid_from <= told.received_on
  AND lead.valid_to > told.received_on
  AND (lead.landlord_code <> told.landlord_code OR lead.stock_type <> told.stock_type);

-- step: find
CREATE OR REPLACE TEMP TABLE restated_stage AS
WITH home AS (
  SELECT *
  FROM dim_property AS version
  WHERE {{current version}} AND version.property_id <> 0
),
home_before AS (
  SELECT *
  FROM dim_property AS version
  WHERE version.recorded_from_load < $load_id AND version.recorded_to_load >= $load_id
),
touched AS (
  SELECT property_id
  FROM dim_property
  WHERE recorded_from_load = $load_id OR recorded_to_load = $load_id
),
-- Homes that share a UPRN with one that changed, or to which an identifier no longer leads.
doubtful AS (
  SELECT property_id
  FROM touched
  UNION
  SELECT home.property_id
  FROM home
  WHERE home.uprn IN (SELECT other.uprn FROM dim_property AS other SEMI JOIN touched USING (property_id) WHERE other.uprn IS NOT NULL)
  UNION
  SELECT property_id
  FROM property_reference
  WHERE recorded_to_load = $load_id OR (withdrawn_by_source AND recorded_from_load = $load_id)
),
-- Stages that were told by a home and that no row of this load tells anew.
told_by_home AS NOT MATERIALIZED (
  SELECT
    stage.stage_key,
    stage.source_system,
    stage.case_reference,
    stage.stage,
    stage.landlord_code,
    stage.stock_type,
    stage.property_id,
    stage.received_on,
    stage.source_load,
    stage.source_row,
    stage.assignment
  FROM fact_stage AS stage
  WHERE {{current stage}}
    AND NOT stage.withdrawn_by_source
    AND stage.assignment <> 'direct'
    AND stage.stage_key NOT IN (SELECT seen FROM session_seen WHERE target = 'fact_stage')
),
leaning AS (
  SELECT *
  FROM told_by_home
  SEMI JOIN doubtful USING (property_id)
),
-- Another landlord's home, told in this load, has the UPRN on the day; or one of another stock type, where nothing but the UPRN told the home.
shared AS (
  SELECT leaning.stage_key
  FROM leaning
  JOIN home AS now
    ON now.property_id = leaning.property_id
    AND now.valid_from <= leaning.received_on
    AND now.valid_to > leaning.received_on
  JOIN home AS other
    ON other.uprn = now.uprn
    AND (
      other.landlord_code <> leaning.landlord_code
      OR (leaning.assignment = 'uprn' AND other.stock_type <> now.stock_type)
    )
    AND other.valid_from <= leaning.received_on
    AND other.valid_to > leaning.received_on
  WHERE other.property_id IN (SELECT property_id FROM touched)
),
-- An identifier that led to the home on the day leads there no longer.
gone AS (
  SELECT before.identifier, before.allocator, before.property_id, before.valid_from, before.valid_to
  FROM property_reference AS before
  WHERE before.recorded_to_load = $load_id OR (before.withdrawn_by_source AND before.recorded_from_load = $load_id)
),
unled AS (
  SELECT leaning.stage_key
  FROM leaning
  JOIN gone
    ON gone.property_id = leaning.property_id
    AND gone.valid_from <= leaning.received_on
    AND gone.valid_to > leaning.received_on
  LEFT JOIN property_reference AS stays
    ON {{current stays}}
    AND NOT stays.withdrawn_by_source
    AND stays.identifier = gone.identifier
    AND stays.allocator = gone.allocator
    AND stays.property_id = gone.property_id
    AND stays.valid_from <= leaning.received_on
    AND stays.valid_to > leaning.received_on
  WHERE stays.property_id IS NULL
),
-- Where several homes of a landlord share a UPRN or an identifier, a complaint tells the landlord and no home, and its home is 0. It is in
-- doubt when the homes that share it are no longer all of this landlord and stock type, or are gone. Contacts need no mark: no figure counts
-- them.
way_now AS (
  SELECT 'u' || uprn AS way, property_id, landlord_code, stock_type, valid_from, valid_to
  FROM home
  WHERE uprn IS NOT NULL
  UNION ALL
  SELECT
    'i' || LENGTH(named.allocator) || ' ' || named.allocator || named.identifier,
    home.property_id,
    home.landlord_code,
    home.stock_type,
    GREATEST(home.valid_from, named.valid_from),
    LEAST(home.valid_to, named.valid_to)
  FROM property_reference AS named
  JOIN home USING (property_id)
  WHERE {{current named}} AND NOT named.withdrawn_by_source
),
way_before AS (
  SELECT 'u' || uprn AS way, property_id, landlord_code, stock_type, valid_from, valid_to
  FROM home_before
  WHERE uprn IS NOT NULL AND property_id <> 0
  UNION ALL
  SELECT
    'i' || LENGTH(named.allocator) || ' ' || named.allocator || named.identifier,
    home_before.property_id,
    home_before.landlord_code,
    home_before.stock_type,
    GREATEST(home_before.valid_from, named.valid_from),
    LEAST(home_before.valid_to, named.valid_to)
  FROM property_reference AS named
  JOIN home_before USING (property_id)
  WHERE named.recorded_from_load < $load_id
    AND named.recorded_to_load >= $load_id
    AND NOT named.withdrawn_by_source
    AND named.property_id <> 0
),
touched_way AS (
  SELECT DISTINCT way
  FROM way_before
  SEMI JOIN doubtful USING (property_id)
),
shared_before AS (
  SELECT way, landlord_code, stock_type, MIN(valid_from) AS valid_from, MAX(valid_to) AS valid_to
  FROM way_before
  SEMI JOIN touched_way USING (way)
  GROUP BY way, landlord_code, stock_type
  HAVING COUNT(DISTINCT property_id) > 1
),
loose AS (
  SELECT DISTINCT stage.*
  FROM told_by_home AS stage
  JOIN shared_before AS shared
    ON shared.landlord_code = stage.landlord_code
    AND shared.valid_from <= stage.received_on
    AND shared.valid_to > stage.received_on
  LEFT JOIN way_now AS now
    ON now.way = shared.way
    AND now.valid_from <= stage.received_on
    AND now.valid_to > stage.received_on
  WHERE stage.property_id = 0
    AND (
      now.way IS NULL
      OR now.landlord_code <> stage.landlord_code
      OR (now.stock_type <> shared.stock_type AND shared.stock_type = stage.stock_type)
    )
),
named AS (
  SELECT property_id, MAX(property_reference) AS property_reference
  FROM dim_property
  GROUP BY property_id
),
led AS (
  SELECT DISTINCT told_by_home.*, named.property_reference
  FROM told_by_home
  SEMI JOIN newly_led USING (stage_key)
  LEFT JOIN named ON named.property_id = told_by_home.property_id AND told_by_home.property_id <> 0
)
SELECT
  leaning.*,
  named.property_reference
FROM leaning
JOIN named ON named.property_id = leaning.property_id
LEFT JOIN home AS now
  ON now.property_id = leaning.property_id
  AND now.valid_from <= leaning.received_on
  AND now.valid_to > leaning.received_on
LEFT JOIN home_before AS before
  ON before.property_id = leaning.property_id
  AND before.valid_from <= leaning.received_on
  AND before.valid_to > leaning.received_on
WHERE now.property_id IS NULL
  OR now.landlord_code <> leaning.landlord_code
  -- A stock type that the row states itself never was the home's.
  OR (now.stock_type <> leaning.stock_type AND before.stock_type IS NOT DISTINCT FROM leaning.stock_type)
  OR leaning.stage_key IN (SELECT stage_key FROM shared)
  OR leaning.stage_key IN (SELECT stage_key FROM unled)
UNION
SELECT loose.*, NULL
FROM loose
UNION
SELECT *
FROM led;

-- step: mark
CREATE OR REPLACE TEMP TABLE marked_stage AS
SELECT
  (SELECT COALESCE(MAX(quarantine_id), 0) FROM load_quarantine) + ROW_NUMBER() OVER (ORDER BY stage_key) AS quarantine_id,
  restated_stage.*,
  key_part(case_reference) || '/' || stage AS row_key
FROM restated_stage
WHERE (source_system, key_part(case_reference) || '/' || stage) NOT IN (
  SELECT (entry.source_system, entry.row_key)
  FROM load_quarantine AS entry
  WHERE entry.status = 'open' AND entry.rule_id = 'home-restated'
);

INSERT INTO load_quarantine
SELECT
  marked.quarantine_id,
  $load_id,
  marked.source_system,
  'stage',
  COALESCE(file.file_name, ''),
  NULL,
  marked.source_row,
  'home-restated',
  NULL,
  marked.property_reference,
  'the landlord and the stock type of the home on the day of the complaint',
  'load the extract of ' || marked.source_system || ' again: its rows are then told by the home as it is known now',
  marked.row_key,
  marked.received_on,
  '{}',
  0,
  'open',
  NULL
FROM marked_stage AS marked
LEFT JOIN (
  SELECT load_id, source_system, MIN(file_name) AS file_name
  FROM load_file
  WHERE target IN ('stage', 'complaint')
  GROUP BY load_id, source_system
) AS file ON file.load_id = marked.source_load AND file.source_system = marked.source_system;

-- Where the identifiers that led to the home lead on the day now; nowhere (null) where the register no longer has one.
CREATE OR REPLACE TEMP TABLE led_elsewhere AS
SELECT DISTINCT marked.quarantine_id, leads.property_id
FROM marked_stage AS marked
JOIN property_reference AS gone
  ON gone.property_id = marked.property_id
  AND gone.valid_from <= marked.received_on
  AND gone.valid_to > marked.received_on
  AND (gone.recorded_to_load = $load_id OR (gone.withdrawn_by_source AND gone.recorded_from_load = $load_id))
LEFT JOIN property_reference AS leads
  ON {{current leads}}
  AND NOT leads.withdrawn_by_source
  AND leads.identifier = gone.identifier
  AND leads.allocator = gone.allocator
  AND leads.valid_from <= marked.received_on
  AND leads.valid_to > marked.received_on
UNION
SELECT marked.quarantine_id, newly_led.property_id
FROM marked_stage AS marked
JOIN newly_led USING (stage_key);

-- Whose it was, and whose it could be now. Where no home is known on the day, or no identifier leads to one, it could be anybody's, and so
-- has no candidate.
INSERT INTO worklist_candidate
SELECT DISTINCT
  marked.quarantine_id,
  possible.landlord_code,
  possible.property_id,
  possible.property_reference,
  0,
  'the home was restated after the complaint was loaded'
FROM marked_stage AS marked
JOIN dim_property AS known ON known.property_id = marked.property_id AND {{current known}}
JOIN dim_property AS possible
  ON {{current possible}}
  AND (
    possible.property_id = known.property_id
    OR possible.uprn = known.uprn
    OR possible.property_id IN (SELECT led.property_id FROM led_elsewhere AS led WHERE led.quarantine_id = marked.quarantine_id)
  )
  AND possible.valid_from <= marked.received_on
  AND possible.valid_to > marked.received_on
WHERE marked.property_id <> 0
  AND marked.quarantine_id NOT IN (SELECT quarantine_id FROM led_elsewhere WHERE property_id IS NULL);

INSERT INTO worklist_candidate
SELECT
  marked.quarantine_id,
  marked.landlord_code,
  marked.property_id,
  marked.property_reference,
  0,
  'the complaint was loaded as this landlord''s'
FROM marked_stage AS marked
WHERE marked.quarantine_id IN (SELECT candidate.quarantine_id FROM worklist_candidate AS candidate)
  AND (marked.quarantine_id, marked.landlord_code) NOT IN (
    SELECT (candidate.quarantine_id, candidate.landlord_code)
    FROM worklist_candidate AS candidate
  );

-- step: nothing found
CREATE OR REPLACE TEMP TABLE restated_stage (stage_key BIGINT NOT NULL);

-- step: earlier marks
SELECT COUNT(*)
FROM load_quarantine
WHERE status = 'open' AND rule_id = 'home-restated' AND load_id < $load_id;

-- step: clear
-- A stage that is no longer there, or whose home this load put back, is not in doubt.
UPDATE load_quarantine
SET status = 'superseded', resolved_by_load = $load_id
WHERE status = 'open'
  AND rule_id = 'home-restated'
  AND load_id < $load_id
  AND quarantine_id NOT IN (
    SELECT entry.quarantine_id
    FROM load_quarantine AS entry
    JOIN fact_stage AS stage
      ON stage.source_system = entry.source_system
      AND key_part(stage.case_reference) || '/' || stage.stage = entry.row_key
      AND {{current stage}}
      AND NOT stage.withdrawn_by_source
    WHERE entry.status = 'open'
      AND entry.rule_id = 'home-restated'
      AND (
        stage.stage_key IN (SELECT stage_key FROM restated_stage)
        OR stage.property_id NOT IN (
          SELECT property_id
          FROM dim_property
          WHERE recorded_from_load = $load_id OR recorded_to_load = $load_id
        )
      )
  );

-- step: count
SELECT source_system, COUNT(*)
FROM load_quarantine
WHERE status = 'open' AND rule_id = 'home-restated' AND load_id = $load_id
GROUP BY source_system;
