-- scope: internal
-- Orders that a load brings, each beside orders loaded before that can be the same: another reference within the same case of the Ombudsman,
-- or the same within a case under another reference. As for cases, in renamed_stages.sql. $source_system: the source; $load: the load;
-- $most_cases: new orders looked at; $most_pairs: rows of the answer.
WITH brought AS (
  SELECT ombudsman_reference, order_reference, landlord_code, landlord_on, kind
  FROM fact_order AS ordered
  WHERE source_system = $source_system
    AND recorded_from_load = $load
    AND {{current ordered}}
    AND NOT EXISTS (
      SELECT 1
      FROM fact_order AS earlier
      WHERE earlier.source_system = $source_system
        AND earlier.ombudsman_reference = ordered.ombudsman_reference
        AND earlier.order_reference = ordered.order_reference
        AND earlier.recorded_from_load < $load
    )
  ORDER BY HASH(ombudsman_reference, order_reference)
  LIMIT $most_cases
),
known AS (
  SELECT ombudsman_reference, order_reference, source_system, landlord_code, landlord_on, kind
  FROM fact_order AS ordered
  SEMI JOIN brought USING (landlord_code, landlord_on, kind)
  WHERE recorded_from_load < $load AND {{current ordered}}
),
pair AS (
  SELECT
    mine.order_reference AS reference,
    other.order_reference AS known_reference,
    other.source_system,
    mine.ombudsman_reference AS within
  FROM brought AS mine
  JOIN known AS other USING (ombudsman_reference, landlord_code, landlord_on, kind)
  UNION ALL
  SELECT
    mine.ombudsman_reference,
    other.ombudsman_reference,
    other.source_system,
    mine.order_reference
  FROM brought AS mine
  JOIN known AS other USING (order_reference, landlord_code, landlord_on, kind)
  WHERE LIST_HAS_ANY(REGEXP_EXTRACT_ALL(mine.ombudsman_reference, '[0-9]+'), REGEXP_EXTRACT_ALL(other.ombudsman_reference, '[0-9]+'))
)
SELECT DISTINCT
  reference,
  known_reference,
  source_system,
  (SELECT COUNT(*) FROM brought) AS cases,
  within
FROM pair
WHERE UPPER(reference) <> UPPER(known_reference)
LIMIT $most_pairs
