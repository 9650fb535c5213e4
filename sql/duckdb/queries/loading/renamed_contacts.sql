-- scope: internal
-- Contacts that a load brings, each beside contacts loaded before that can be the same. As for cases, in renamed_stages.sql.
-- $load: the load; $most_cases: new contacts looked at; $most_pairs: rows of the answer.
WITH brought AS (
  SELECT contact_reference, landlord_code, received_on
  FROM fact_contact AS contact
  WHERE source_system = $source_system
    AND recorded_from_load = $load
    AND {{current contact}}
    AND NOT EXISTS (
      SELECT 1
      FROM fact_contact AS earlier
      WHERE earlier.source_system = $source_system
        AND earlier.contact_reference = contact.contact_reference
        AND earlier.recorded_from_load < $load
    )
  ORDER BY HASH(contact_reference)
  LIMIT $most_cases
),
brought_number AS (
  SELECT *, LTRIM(UNNEST(REGEXP_EXTRACT_ALL(contact_reference, '[0-9]+')), '0') AS number
  FROM brought
),
known AS (
  SELECT contact_reference, source_system, landlord_code, received_on
  FROM fact_contact AS contact
  SEMI JOIN brought USING (landlord_code, received_on)
  WHERE recorded_from_load < $load AND {{current contact}}
),
known_number AS (
  SELECT *, LTRIM(UNNEST(REGEXP_EXTRACT_ALL(contact_reference, '[0-9]+')), '0') AS number
  FROM known
)
SELECT DISTINCT
  mine.contact_reference,
  other.contact_reference AS known_reference,
  other.source_system,
  (SELECT COUNT(*) FROM brought) AS cases
FROM brought_number AS mine
JOIN known_number AS other USING (landlord_code, received_on, number)
WHERE UPPER(mine.contact_reference) <> UPPER(other.contact_reference)
LIMIT $most_pairs
