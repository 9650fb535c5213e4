-- scope: internal
-- Records that a load brings, each beside records loaded before that can be the same: of the same landlord and day, and of the same case, or
-- with a number of its reference in theirs; of another source those of the same reference too, but of complaints, which another query asks.
-- Whether their references differ by the same words all over is for the caller to see. Of many, some. $kind: the kind of record;
-- $source_system: the source; $load: the load; $most_cases: new ones looked at; $most_pairs: rows of the answer.
WITH brought AS (
  SELECT DISTINCT within, reference, landlord_code, day, content
  FROM record_reference AS record
  WHERE kind = $kind
    AND source_system = $source_system
    AND recorded_from_load = $load
    AND day IS NOT NULL
    AND {{current record}}
    AND NOT EXISTS (
      SELECT 1
      FROM record_reference AS earlier
      WHERE earlier.kind = $kind
        AND earlier.source_system = $source_system
        AND earlier.within = record.within
        AND earlier.reference = record.reference
        AND earlier.recorded_from_load < $load
    )
  ORDER BY HASH(within, reference)
  LIMIT $most_cases
),
known AS (
  SELECT within, reference, source_system, landlord_code, day, content
  FROM record_reference AS record
  SEMI JOIN brought USING (landlord_code, day, content)
  WHERE kind = $kind AND recorded_from_load < $load AND {{current record}}
),
-- A case's own records are few: any two of a day are looked at. Of a whole source those alone that share a number.
brought_number AS (
  SELECT *, LTRIM(UNNEST(CASE WHEN within = '' THEN REGEXP_EXTRACT_ALL(reference, '[0-9]+') ELSE [''] END), '0') AS number
  FROM brought
),
known_number AS (
  SELECT *, LTRIM(UNNEST(CASE WHEN within = '' THEN REGEXP_EXTRACT_ALL(reference, '[0-9]+') ELSE [''] END), '0') AS number
  FROM known
)
SELECT DISTINCT
  mine.reference,
  other.reference AS known_reference,
  other.source_system,
  (SELECT COUNT(*) FROM brought) AS records,
  mine.within
FROM brought_number AS mine
JOIN known_number AS other USING (within, landlord_code, day, content, number)
WHERE UPPER(mine.reference) <> UPPER(other.reference)
  OR (other.source_system <> $source_system AND $kind <> 'stage')
LIMIT $most_pairs
