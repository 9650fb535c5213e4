-- The record of a load and its control totals.

-- step: fates
CREATE OR REPLACE TEMP TABLE file_row AS
SELECT
  source_row,
  BOOL_OR(fate = 'quarantined') AS held_back,
  BOOL_OR(fate = 'loaded') AS loaded,
  BOOL_OR(fate <> 'quarantined') AS merged
FROM session_row
WHERE file_name = $file_name
GROUP BY source_row;

-- step: control rows
INSERT INTO session_control
SELECT $file_name || ': rows read = loaded + unchanged + quarantined', $rows_read, COUNT(*)
FROM file_row;

-- step: control one fate
INSERT INTO session_control
SELECT $file_name || ': rows both merged and quarantined', 0, COUNT(*)
FROM file_row
WHERE held_back AND merged;

-- step: control counters
INSERT INTO session_control
SELECT $file_name || ': rows loaded as reported = as merged', $rows_loaded, COUNT(*)
FROM file_row
WHERE loaded AND NOT held_back
UNION ALL
SELECT $file_name || ': rows unchanged as reported = as merged', $rows_unchanged, COUNT(*)
FROM file_row
WHERE NOT loaded AND NOT held_back
UNION ALL
SELECT $file_name || ': rows quarantined as reported = as held back', $rows_quarantined, COUNT(*)
FROM file_row
WHERE held_back;

-- step: file
INSERT INTO load_file
VALUES (
  $load_id, $file_name, $source_system, $sha256, $bytes, $mapping_id, $mapping_hash, $target, $mode,
  $rows_read, $rows_loaded, $rows_unchanged, $rows_quarantined, $corrections, $accepted_references, $fresh_for_days
);

-- step: pseudonym key
INSERT INTO reference_data
VALUES ('pseudonym_key', $fingerprint, $finished_at)
ON CONFLICT (name) DO UPDATE SET
  content_hash = EXCLUDED.content_hash,
  applied_at = EXCLUDED.applied_at;

-- step: load
INSERT INTO load
SELECT
  $load_id,
  $load_set,
  CASE WHEN COUNT(DISTINCT source_system) = 1 THEN MIN(source_system) END,
  $started_at,
  $finished_at,
  $extract_date,
  'published',
  CAST(COALESCE(TO_JSON(LIST(file_name ORDER BY file_name)), '[]') AS JSON),
  COALESCE(SUM(rows_read), 0),
  COALESCE(SUM(rows_loaded), 0),
  COALESCE(SUM(rows_unchanged), 0),
  COALESCE(SUM(rows_quarantined), 0),
  $facts_added,
  $facts_changed,
  $facts_closed,
  $facts_withdrawn
FROM load_file
WHERE load_id = $load_id;

-- step: reconciliation
INSERT INTO load_reconciliation
SELECT $load_id, control, expected, actual, expected = actual
FROM session_control;

-- step: read controls
SELECT control, expected, actual
FROM session_control;
