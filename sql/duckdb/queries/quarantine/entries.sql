-- scope: internal
-- Rows held back, oldest first. $source_system, $file_name, $rule_id, $status: which, each null for any; $most: the most rows.
SELECT
  entry.quarantine_id,
  entry.load_id,
  entry.source_system,
  entry.target,
  entry.file_name,
  entry.sheet,
  entry.line,
  entry.rule_id,
  entry.column_name,
  entry.value,
  entry.expected,
  entry.hint,
  entry.row_key,
  entry.raw,
  entry.status,
  entry.resolved_by_load,
  dismissal.dismissed_by,
  dismissal.dismissed_at,
  dismissal.reason
FROM load_quarantine AS entry
LEFT JOIN quarantine_dismissal AS dismissal USING (quarantine_id)
WHERE entry.source_system = COALESCE(CAST($source_system AS VARCHAR), entry.source_system)
  AND entry.file_name = COALESCE(CAST($file_name AS VARCHAR), entry.file_name)
  AND entry.rule_id = COALESCE(CAST($rule_id AS VARCHAR), entry.rule_id)
  AND entry.status = COALESCE(CAST($status AS VARCHAR), entry.status)
ORDER BY entry.file_name, entry.line, entry.quarantine_id
LIMIT CAST($most AS BIGINT)
