-- What each source said last, and who said it.

-- Grain: source system × load that brought complaints of it. known_to is the day up to which the source's complaints stand after that
-- load. A full extract states them all, and so none of the days after it, however late an earlier one was; an incremental one adds to what
-- stands.
CREATE VIEW source_known_to AS
WITH told AS (
  SELECT
    e.source_system,
    e.load_id,
    e.extract_date,
    SUM(CASE WHEN full_extract.load_id IS NULL THEN 0 ELSE 1 END)
      OVER (PARTITION BY e.source_system ORDER BY e.load_id) AS statement
  FROM source_extract AS e
  LEFT JOIN (
    SELECT DISTINCT f.source_system, f.load_id
    FROM load_file AS f
    WHERE f.mode = 'full' AND f.target IN ('stage', 'complaint')
  ) AS full_extract
    ON full_extract.source_system = e.source_system
    AND full_extract.load_id = e.load_id
  WHERE e.brought_complaints
)
SELECT
  source_system,
  load_id,
  MAX(extract_date) OVER (PARTITION BY source_system, statement ORDER BY load_id) AS known_to
FROM told;

-- Grain: source system of complaints, as it stands. Loading homes, published comparators or scores says nothing about complaints, however
-- late its extract date is.
CREATE OR REPLACE VIEW complaint_load AS
SELECT MAX(load_id) AS load_id, ARG_MAX(known_to, load_id) AS extract_date
FROM source_known_to
GROUP BY source_system;

-- Who states a landlord: another source does not change it. Of loads that read several registers it cannot be told any more, and the next
-- one that states the landlord becomes its own.
ALTER TABLE dim_landlord ADD COLUMN source_system VARCHAR;

UPDATE dim_landlord
SET source_system = stated.source_system
FROM (
  SELECT load_id, MIN(source_system) AS source_system
  FROM load_file
  WHERE target = 'landlord'
  GROUP BY load_id
  HAVING COUNT(DISTINCT source_system) = 1
) AS stated
WHERE stated.load_id = dim_landlord.recorded_from_load;
