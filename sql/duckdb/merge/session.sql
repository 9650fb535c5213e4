-- What one load keeps beside the warehouse while it runs.

-- step: tables
-- Grain: row read × what became of it; what the control totals count.
CREATE TEMP TABLE session_row (
  merge_number INTEGER NOT NULL,
  file_name    VARCHAR NOT NULL,
  source_row   BIGINT  NOT NULL,
  fate         VARCHAR NOT NULL    -- 'loaded' | 'unchanged' | 'quarantined'
);

-- Grain: current version (of a fact) or durable id (of a home) that the load named; what a full file does not withdraw.
CREATE TEMP TABLE session_seen (
  target VARCHAR NOT NULL,
  seen   BIGINT  NOT NULL
);

-- Grain: control total taken at a merge.
CREATE TEMP TABLE session_control (
  control  VARCHAR NOT NULL,
  expected BIGINT  NOT NULL,
  actual   BIGINT  NOT NULL
);

-- Grain: target × source whose quarantine a full file of this load states anew.
CREATE TEMP TABLE session_quarantine_seen (quarantine_id BIGINT NOT NULL);

-- Grain: entry of an earlier load whose row this load accepted.
CREATE TEMP TABLE session_settled (quarantine_id BIGINT NOT NULL);

-- step: keys
-- A part of a key that the quarantine keeps as one text; the parts are joined by a slash, and '?' stands for one that cannot be read.
CREATE TEMP MACRO key_part(part) AS
  REPLACE(REPLACE(REPLACE(CAST(part AS VARCHAR), '\', '\\'), '/', '\/'), '?', '\?');

-- Category and subcategory as one code; a category of the name "a > b" is not subcategory b of a.
CREATE TEMP MACRO category_code(category, subcategory) AS
  CONCAT_WS(
    ' > ',
    REPLACE(REPLACE(category, '\', '\\'), ' > ', ' \> '),
    NULLIF(REPLACE(REPLACE(subcategory, '\', '\\'), ' > ', ' \> '), '')
  );

-- step: as-of views
-- Version to which a day belongs: the first one reaches back, the last one forward, and each fills the gap behind it, so that every day
-- has exactly one.
CREATE TEMP VIEW landlord_as_of AS
SELECT
  landlord_key,
  landlord_code,
  CASE
    WHEN ROW_NUMBER() OVER versions = 1 THEN DATE '0001-01-01'
    ELSE valid_from
  END AS first_day,
  COALESCE(LEAD(valid_from) OVER versions, DATE '9999-12-31') AS end_day
FROM dim_landlord
WHERE {{current}} AND landlord_key <> 0
WINDOW versions AS (PARTITION BY landlord_code ORDER BY valid_from);

CREATE TEMP VIEW property_as_of AS
SELECT
  property_key,
  property_id,
  CASE
    WHEN ROW_NUMBER() OVER versions = 1 THEN DATE '0001-01-01'
    ELSE valid_from
  END AS first_day,
  COALESCE(LEAD(valid_from) OVER versions, DATE '9999-12-31') AS end_day
FROM dim_property
WHERE {{current}} AND property_id <> 0
WINDOW versions AS (PARTITION BY property_id ORDER BY valid_from);
