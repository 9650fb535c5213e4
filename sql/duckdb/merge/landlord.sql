-- dim_landlord: what is particular to it. See timeline.sql for the order of the steps.

-- step: identify
-- A landlord is told by the source that states it. What another source says of it changes nothing, unless that one takes its place.
CREATE OR REPLACE TEMP TABLE others_landlord AS
SELECT DISTINCT landlord_code
FROM dim_landlord
WHERE {{current}}
  AND landlord_key <> 0
  AND source_system <> $source_system
  AND NOT $takes_over;

CREATE OR REPLACE TEMP TABLE identified_landlord AS
SELECT *
FROM staging_landlord
ANTI JOIN others_landlord USING (landlord_code);

INSERT INTO session_row
SELECT $merge_number, $file_name, source_row, 'unchanged'
FROM staging_landlord
SEMI JOIN others_landlord USING (landlord_code)
GROUP BY source_row;

-- A row that agrees with the other source is accepted.
INSERT INTO session_settled
SELECT quarantine_id
FROM load_quarantine
WHERE status = 'open'
  AND load_id < $load_id
  AND source_system = $source_system
  AND target = 'landlord'
  AND row_key IN (SELECT key_part(stated.landlord_code) FROM staging_landlord AS stated SEMI JOIN others_landlord USING (landlord_code));
