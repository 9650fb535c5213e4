-- Rows held back. An entry that an earlier load made and that says the same stays as it is, open, mended or dismissed; equal rows are told apart by
-- their order.

-- step: find replayed
CREATE OR REPLACE TEMP TABLE standing_entry (quarantine_id BIGINT NOT NULL);

CREATE OR REPLACE TEMP TABLE replayed_entry AS
SELECT
  entry.quarantine_id,
  entry.target || ' ' || entry.row_key AS row_key
FROM load_quarantine AS entry
SEMI JOIN staging_quarantine USING (target, rule_id, row_hash)
WHERE entry.status = 'replayed' AND entry.source_system = $source_system AND entry.row_key IS NOT NULL;

-- step: count replayed
SELECT COUNT(*)
FROM replayed_entry;

-- step: compare
CREATE OR REPLACE TEMP TABLE compared_quarantine AS
WITH incoming AS (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY target, rule_id, row_hash ORDER BY source_row, staged_row) AS copy_number
  FROM staging_quarantine
),
known_entry AS (
  SELECT
    quarantine_id,
    target,
    rule_id,
    row_hash,
    status,
    ROW_NUMBER() OVER (PARTITION BY target, rule_id, row_hash ORDER BY status, quarantine_id) AS copy_number
  FROM load_quarantine
  ANTI JOIN session_quarantine_seen USING (quarantine_id)
  WHERE source_system = $source_system
    AND (status IN ('open', 'dismissed') OR quarantine_id IN (SELECT quarantine_id FROM standing_entry))
)
SELECT
  incoming.staged_row,
  incoming.source_row,
  known_entry.quarantine_id AS known_id,
  known_entry.status IS NOT DISTINCT FROM 'replayed' AS stands,
  COALESCE(
    known_entry.quarantine_id,
    (SELECT COALESCE(MAX(quarantine_id), 0) FROM load_quarantine) + incoming.staged_row + 1
  ) AS quarantine_id
FROM incoming
LEFT JOIN known_entry USING (target, rule_id, row_hash, copy_number);

-- step: insert
INSERT INTO load_quarantine
SELECT
  compared.quarantine_id,
  $load_id,
  $source_system,
  incoming.target,
  $file_name,
  incoming.sheet,
  incoming.source_row,
  incoming.rule_id,
  incoming.column_name,
  incoming.value,
  incoming.expected,
  incoming.hint,
  incoming.row_key,
  incoming.event_date,
  incoming.raw,
  incoming.row_hash,
  'open',
  NULL
FROM staging_quarantine AS incoming
JOIN compared_quarantine AS compared ON compared.staged_row = incoming.staged_row
WHERE compared.known_id IS NULL;

-- step: candidates
-- Suggestions are of this load's registers, so those of a kept entry are replaced.
DELETE FROM worklist_candidate
WHERE quarantine_id IN (SELECT known_id FROM compared_quarantine);

INSERT INTO worklist_candidate
SELECT
  compared.quarantine_id,
  candidate.landlord_code,
  candidate.property_id,
  candidate.property_reference,
  candidate.score,
  candidate.why
FROM staging_candidate AS candidate
JOIN compared_quarantine AS compared ON compared.staged_row = candidate.staged_row;

-- step: leads
DELETE FROM held_back_lead
WHERE quarantine_id IN (SELECT known_id FROM compared_quarantine);

INSERT INTO held_back_lead
SELECT compared.quarantine_id, lead.* EXCLUDE (staged_row, address), NULL, lead.address
FROM staging_lead AS lead
JOIN compared_quarantine AS compared ON compared.staged_row = lead.staged_row;

-- step: seen
INSERT INTO session_quarantine_seen
SELECT quarantine_id
FROM compared_quarantine;

-- step: rows
INSERT INTO session_row
SELECT DISTINCT $merge_number, $file_name, source_row, 'quarantined'
FROM compared_quarantine;

-- step: counts
SELECT
  COUNT(*) FILTER (WHERE known_id IS NULL) AS added,
  COUNT(DISTINCT source_row) FILTER (WHERE stands) AS rows_standing
FROM compared_quarantine;

-- step: settle
-- Rows that load now, unless the same row is held back again: a second copy of a row that loads.
UPDATE load_quarantine
SET status = 'replayed', resolved_by_load = $load_id
WHERE status = 'open'
  AND quarantine_id IN (SELECT quarantine_id FROM session_settled)
  AND quarantine_id NOT IN (SELECT quarantine_id FROM session_quarantine_seen);

-- step: replace
-- A row held back again with other content or another fault takes the place of what was held back of it before. The keys of landlords,
-- homes, their references and residents do not tell periods apart, and a key with a part that could not be read may be another row's.
UPDATE load_quarantine
SET status = 'superseded', resolved_by_load = $load_id
WHERE status = 'open'
  AND load_id < $load_id
  AND target NOT IN ('landlord', 'property', 'property_reference', 'resident')
  AND row_key NOT LIKE '%/?'
  AND quarantine_id NOT IN (SELECT quarantine_id FROM session_quarantine_seen)
  AND (source_system, target, row_key) IN (
    SELECT (seen.source_system, seen.target, seen.row_key)
    FROM load_quarantine AS seen
    SEMI JOIN session_quarantine_seen USING (quarantine_id)
  );

-- step: supersede
-- A full file states all that is held back of its source and target.
UPDATE load_quarantine
SET status = 'superseded', resolved_by_load = $load_id
WHERE status = 'open'
  AND load_id < $load_id
  AND source_system = $source_system
  AND target = $target
  AND quarantine_id NOT IN (SELECT quarantine_id FROM session_quarantine_seen);

-- step: settle replayed
-- A mended export names the entries that its rows came from, whatever their keys are now.
INSERT INTO session_settled
SELECT quarantine_id
FROM load_quarantine
WHERE status = 'open'
  AND load_id < $load_id
  AND source_system = $source_system
  AND target = $target
  AND quarantine_id IN (SELECT TRY_CAST(UNNEST(STRING_SPLIT($loaded, ',')) AS BIGINT));

UPDATE load_quarantine
SET status = 'superseded', resolved_by_load = $load_id
WHERE status = 'open'
  AND load_id < $load_id
  AND source_system = $source_system
  AND target = $target
  AND quarantine_id NOT IN (SELECT quarantine_id FROM session_quarantine_seen)
  AND quarantine_id IN (SELECT TRY_CAST(UNNEST(STRING_SPLIT($held_back, ',')) AS BIGINT));

-- step: count open
SELECT COUNT(*)
FROM load_quarantine
WHERE status = 'open' AND quarantine_id = $quarantine_id;

-- step: dismiss
INSERT INTO quarantine_dismissal
VALUES ($quarantine_id, $load_id, $dismissed_by, $dismissed_at, $reason);

UPDATE load_quarantine
SET status = 'dismissed', resolved_by_load = $load_id
WHERE quarantine_id = $quarantine_id;
