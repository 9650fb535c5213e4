-- dim_property: what is particular to it. See timeline.sql for the order of the steps.

-- step: identify
-- A home is the same home as long as its allocator calls it the same.
CREATE OR REPLACE TEMP TABLE identified_property AS
WITH known_home AS (
  SELECT DISTINCT allocator, property_reference, property_id
  FROM dim_property
),
new_home AS (
  SELECT
    allocator,
    property_reference,
    (SELECT MAX(property_id) FROM dim_property)
      + ROW_NUMBER() OVER (ORDER BY allocator, property_reference) AS property_id
  FROM (SELECT DISTINCT allocator, property_reference FROM staging_property)
  ANTI JOIN known_home USING (allocator, property_reference)
)
SELECT
  incoming.*,
  COALESCE(known_home.property_id, new_home.property_id) AS property_id
FROM staging_property AS incoming
LEFT JOIN known_home USING (allocator, property_reference)
LEFT JOIN new_home USING (allocator, property_reference);

-- step: seen
INSERT INTO session_seen
SELECT DISTINCT 'dim_property', property_id
FROM identified_property;

-- A row that is held back says nothing of the days from which another row of the register does.
UPDATE held_back_lead
SET ends_on = following.ends_on
FROM (
  SELECT lead.quarantine_id, MIN(stated.valid_from) AS ends_on
  FROM held_back_lead AS lead
  SEMI JOIN session_quarantine_seen USING (quarantine_id)
  JOIN identified_property AS home ON home.allocator = lead.allocator AND home.property_reference = lead.identifier
  JOIN stated ON stated.staged_row = home.staged_row AND stated.valid_from >= lead.valid_to
  WHERE lead.property_allocator IS NULL
  GROUP BY lead.quarantine_id
) AS following
WHERE held_back_lead.quarantine_id = following.quarantine_id;

-- step: find withdrawn
CREATE OR REPLACE TEMP TABLE missing AS
SELECT property_key
FROM dim_property
WHERE {{current}}
  AND valid_to = DATE '9999-12-31'
  AND allocator = $source_system
  AND property_id NOT IN (SELECT seen FROM session_seen WHERE target = 'dim_property')
  AND key_part(property_reference) NOT IN (
    -- A home whose row is held back is still in the register.
    SELECT entry.row_key
    FROM load_quarantine AS entry
    SEMI JOIN session_quarantine_seen USING (quarantine_id)
    WHERE entry.source_system = $source_system AND entry.target = 'property' AND entry.row_key IS NOT NULL
  );

-- step: current before
SELECT COUNT(*)
FROM dim_property
WHERE allocator = $source_system
  AND valid_to = DATE '9999-12-31'
  AND {{known at $load_id - 1}};

-- step: end withdrawn
-- A home that left the register ends at the extract date; it keeps its key, so its complaints keep their home.
INSERT INTO dim_property
SELECT
  dim_property.* REPLACE (
    GREATEST($extract_date, valid_from + 1) AS valid_to,
    $load_id AS recorded_from_load
  )
FROM dim_property
SEMI JOIN missing USING (property_key)
WHERE {{current}};

-- step: close withdrawn
UPDATE dim_property
SET recorded_to_load = $load_id
FROM missing
WHERE dim_property.property_key = missing.property_key
  AND {{current dim_property}}
  AND dim_property.valid_to = DATE '9999-12-31';
