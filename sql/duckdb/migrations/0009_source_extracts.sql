-- Up to which day each source has told what happened to its complaints. A source knows nothing of the days that only another source's
-- extract covers, and an extract of which every complaint was held back told nothing.

-- Grain: load × source system of its files.
CREATE VIEW source_extract AS
SELECT
  f.source_system,
  l.load_id,
  l.extract_date,
  BOOL_OR(f.target IN ('stage', 'complaint') AND f.rows_loaded + f.rows_unchanged > 0) AS brought_complaints
FROM load AS l
JOIN load_file AS f ON f.load_id = l.load_id
GROUP BY f.source_system, l.load_id, l.extract_date;
