-- dim_resident_characteristics: what is particular to it. See timeline.sql for the order of the steps.

-- step: identify
-- The same resident is the same member as in complaints; what two sources say of one is kept apart, and each restates its own alone.
INSERT INTO dim_resident
SELECT
  (SELECT MAX(resident_key) FROM dim_resident) + ROW_NUMBER() OVER (),
  new_member.pseudonym
FROM (SELECT DISTINCT pseudonym FROM staging_resident) AS new_member
ANTI JOIN dim_resident USING (pseudonym);

CREATE OR REPLACE TEMP TABLE identified_resident AS
WITH known_customer AS (
  SELECT DISTINCT pseudonym, customer_id
  FROM dim_resident_characteristics
  WHERE source_system = $source_system
),
new_customer AS (
  SELECT
    pseudonym,
    (SELECT MAX(customer_id) FROM dim_resident_characteristics) + ROW_NUMBER() OVER (ORDER BY pseudonym) AS customer_id
  FROM (SELECT DISTINCT pseudonym FROM staging_resident)
  ANTI JOIN known_customer USING (pseudonym)
)
SELECT
  incoming.*,
  dim_resident.resident_key,
  COALESCE(known_customer.customer_id, new_customer.customer_id) AS customer_id
FROM staging_resident AS incoming
JOIN dim_resident USING (pseudonym)
LEFT JOIN known_customer USING (pseudonym)
LEFT JOIN new_customer USING (pseudonym);

-- step: seen
INSERT INTO session_seen
SELECT DISTINCT 'dim_resident_characteristics', customer_id
FROM identified_resident;

-- step: find withdrawn
CREATE OR REPLACE TEMP TABLE missing AS
SELECT characteristics_key
FROM dim_resident_characteristics
WHERE {{current}}
  AND valid_to = DATE '9999-12-31'
  AND source_system = $source_system
  AND customer_id NOT IN (SELECT seen FROM session_seen WHERE target = 'dim_resident_characteristics')
  AND key_part(pseudonym) NOT IN (
    -- A resident whose row is held back is still a customer.
    SELECT entry.row_key
    FROM load_quarantine AS entry
    SEMI JOIN session_quarantine_seen USING (quarantine_id)
    WHERE entry.source_system = $source_system AND entry.target = 'resident' AND entry.row_key IS NOT NULL
  );

-- step: current before
SELECT COUNT(*)
FROM dim_resident_characteristics
WHERE source_system = $source_system
  AND valid_to = DATE '9999-12-31'
  AND {{known at $load_id - 1}};

-- step: end withdrawn
-- Who left the register is no customer from the extract date on, and stays one of the days before.
INSERT INTO dim_resident_characteristics
SELECT
  dim_resident_characteristics.* REPLACE (
    GREATEST($extract_date, valid_from + 1) AS valid_to,
    $load_id AS recorded_from_load
  )
FROM dim_resident_characteristics
SEMI JOIN missing USING (characteristics_key)
WHERE {{current}};

-- step: close withdrawn
UPDATE dim_resident_characteristics
SET recorded_to_load = $load_id
FROM missing
WHERE dim_resident_characteristics.characteristics_key = missing.characteristics_key
  AND {{current dim_resident_characteristics}}
  AND dim_resident_characteristics.valid_to = DATE '9999-12-31';
