-- Grain: row of a register that is held back × way in which complaints reach the home it tells of. Complaints that reach another home in one
-- of these ways could be that home's: two homes can share a UPRN, and one that is held back is no candidate.
CREATE TABLE held_back_lead (
  quarantine_id         BIGINT  NOT NULL,
  allocator             VARCHAR NOT NULL,  -- who gave the identifier out
  identifier            VARCHAR,           -- null with a UPRN; without one it could not be read, and may be any of the allocator's
  identifier_normalised VARCHAR,
  uprn_from             BIGINT,            -- the UPRN, or from and to which a rounded one may lie
  uprn_to               BIGINT,
  property_allocator    VARCHAR,           -- home that a reference leads to
  property_reference    VARCHAR,           -- null where the row is a home's own, or it could not be read
  valid_from            DATE,              -- first day on which the row says anything; null for since ever and for unreadable
  valid_to              DATE,
  ends_on               DATE               -- from then on another row of the same load says whose the home is; null where none does
);

-- Of rows that are held back already only the key is known.
INSERT INTO held_back_lead
SELECT
  q.quarantine_id,
  q.source_system,
  REGEXP_REPLACE(q.row_key, '\\(.)', '\1', 'g'),
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL,
  NULL
FROM load_quarantine AS q
WHERE q.target IN ('property', 'property_reference');
