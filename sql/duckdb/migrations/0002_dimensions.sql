-- Dimensions. Key 0 is the unknown member of each: a fact always has a member, so no join loses a row.
-- Type 2 members have a validity [valid_from, valid_to) in the world and a recorded interval [recorded_from_load, recorded_to_load)
-- in the warehouse. A version keeps its key when only its end (or, as a correction, its attributes) is recorded anew: join on the key and
-- on the recorded interval.

-- Grain: one dimension that the program fills from its own rules; filled anew when they changed.
CREATE TABLE reference_data (
  name         VARCHAR     NOT NULL PRIMARY KEY,
  content_hash VARCHAR     NOT NULL,
  applied_at   TIMESTAMPTZ NOT NULL
);

-- Grain: one day, 2012 to 2028; filled at migration from the working calendar of England and Wales.
CREATE TABLE dim_date (
  date_key            DATE     NOT NULL PRIMARY KEY,
  is_working_day      BOOLEAN  NOT NULL,
  working_day_number  INTEGER  NOT NULL,   -- running number; a difference counts working days
  reporting_year      SMALLINT NOT NULL,   -- start year: 2024 is 2024/25
  reporting_year_name VARCHAR  NOT NULL,   -- '2024/25'
  quarter             SMALLINT NOT NULL,   -- 1 to 4 of the reporting year
  quarter_name        VARCHAR  NOT NULL,   -- '2024/25 Q1'
  month_start         DATE     NOT NULL,
  month_name          VARCHAR  NOT NULL    -- '2024-04'
);

-- Grain: version of a landlord (type 2 by landlord_code).
CREATE TABLE dim_landlord (
  landlord_key        INTEGER NOT NULL,
  landlord_code       VARCHAR NOT NULL,
  name                VARCHAR NOT NULL,
  landlord_type       VARCHAR,
  size_band           VARCHAR,
  region              VARCHAR,
  managing_agent_code VARCHAR,
  row_hash            UBIGINT NOT NULL,
  valid_from          DATE    NOT NULL,
  valid_to            DATE    NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);
INSERT INTO dim_landlord
VALUES (0, '', 'Not recorded', NULL, NULL, NULL, NULL, 0, DATE '1900-01-01', DATE '9999-12-31', 0, 2147483647);

-- Grain: version of a home (type 2 by property_id, which stands for allocator and property_reference).
CREATE TABLE dim_property (
  property_key       INTEGER NOT NULL,
  property_id        BIGINT  NOT NULL,     -- durable: the same home in all versions
  allocator          VARCHAR NOT NULL,
  property_reference VARCHAR NOT NULL,
  uprn               BIGINT,
  landlord_code      VARCHAR NOT NULL,
  tenure_code        VARCHAR,
  stock_type         VARCHAR NOT NULL,     -- 'LCRA' | 'LCHO' | 'NEITHER'
  estate             VARCHAR,
  neighbourhood      VARCHAR,
  ward               VARCHAR,
  postcode           VARCHAR,
  block_reference    VARCHAR,
  row_hash           UBIGINT NOT NULL,
  valid_from         DATE    NOT NULL,
  valid_to           DATE    NOT NULL,
  recorded_from_load INTEGER NOT NULL,
  recorded_to_load   INTEGER NOT NULL
);
INSERT INTO dim_property
VALUES (
  0, 0, '', '', NULL, '', NULL, 'NEITHER', NULL, NULL, NULL, NULL, NULL,
  0, DATE '1900-01-01', DATE '9999-12-31', 0, 2147483647
);

-- Grain: identifier × allocator × period × home it stands for. An identifier means nothing without who allocated it.
CREATE TABLE property_reference (
  property_reference_key BIGINT  NOT NULL,
  source_system          VARCHAR NOT NULL,
  identifier             VARCHAR NOT NULL,
  identifier_normalised  VARCHAR NOT NULL,
  allocator              VARCHAR NOT NULL, -- of the identifier
  property_allocator     VARCHAR NOT NULL,
  property_reference     VARCHAR NOT NULL,
  property_id            BIGINT  NOT NULL, -- 0 while the home is on no register
  valid_from             DATE    NOT NULL,
  valid_to               DATE    NOT NULL,
  accepted_by            VARCHAR,          -- the person who accepted a suggested match
  row_hash               UBIGINT NOT NULL,
  source_load            INTEGER NOT NULL,
  source_row             BIGINT  NOT NULL,
  withdrawn_by_source    BOOLEAN NOT NULL,
  recorded_from_load     INTEGER NOT NULL,
  recorded_to_load       INTEGER NOT NULL
);

-- Grain: one resident, known by a keyed pseudonym only. No uniqueness index: millions of members are added in bulk, and the merge
-- looks members up before it adds them.
CREATE TABLE dim_resident (
  resident_key INTEGER NOT NULL,
  pseudonym    VARCHAR NOT NULL
);
INSERT INTO dim_resident VALUES (0, '');

-- Grain: resident × period. Apart from dim_resident so that it can be kept apart: for aggregates only, never shown by person.
CREATE TABLE dim_resident_characteristics (
  resident_key       INTEGER NOT NULL,
  age_band           VARCHAR,
  ethnicity_band     VARCHAR,
  disability_band    VARCHAR,
  vulnerability_band VARCHAR,
  first_language     VARCHAR,
  valid_from         DATE    NOT NULL,
  valid_to           DATE    NOT NULL,
  recorded_from_load INTEGER NOT NULL,
  recorded_to_load   INTEGER NOT NULL
);

-- Grain: one service area.
CREATE TABLE dim_service_area (
  service_area_key INTEGER NOT NULL PRIMARY KEY,
  code VARCHAR NOT NULL UNIQUE,
  name VARCHAR NOT NULL
);
INSERT INTO dim_service_area (service_area_key, code, name) VALUES (0, '', 'Not recorded');

-- Grain: category > subcategory; code is the pair, so that a subcategory's name may be used in two categories.
CREATE TABLE dim_category (
  category_key INTEGER NOT NULL PRIMARY KEY,
  code         VARCHAR NOT NULL UNIQUE,    -- 'category' or 'category > subcategory'
  name         VARCHAR NOT NULL,
  category     VARCHAR NOT NULL,
  subcategory  VARCHAR NOT NULL            -- '' for the category itself
);
INSERT INTO dim_category VALUES (0, '', 'Not recorded', '', '');

-- Grain: one theme (what went wrong, across services).
CREATE TABLE dim_theme (
  theme_key INTEGER NOT NULL PRIMARY KEY,
  code VARCHAR NOT NULL UNIQUE,
  name VARCHAR NOT NULL
);
INSERT INTO dim_theme (theme_key, code, name) VALUES (0, '', 'Not recorded');

-- Grain: one channel by which complaints come in.
CREATE TABLE dim_channel (
  channel_key INTEGER NOT NULL PRIMARY KEY,
  code VARCHAR NOT NULL UNIQUE,
  name VARCHAR NOT NULL
);
INSERT INTO dim_channel (channel_key, code, name) VALUES (0, '', 'Not recorded');

-- Grain: one outcome of a stage; a fixed list.
CREATE TABLE dim_outcome (
  outcome_key INTEGER NOT NULL PRIMARY KEY,
  code        VARCHAR NOT NULL UNIQUE,
  name        VARCHAR NOT NULL,
  is_upheld   BOOLEAN NOT NULL             -- in full or in part
);
INSERT INTO dim_outcome
VALUES
  (0, '', 'Not recorded', FALSE),
  (1, 'upheld', 'Upheld', TRUE),
  (2, 'partially_upheld', 'Partially upheld', TRUE),
  (3, 'not_upheld', 'Not upheld', FALSE),
  (4, 'withdrawn', 'Withdrawn', FALSE),
  (5, 'refused', 'Refused', FALSE),
  (6, 'resolved_otherwise', 'Resolved otherwise', FALSE);

-- Grain: one contractor.
CREATE TABLE dim_contractor (
  contractor_key INTEGER NOT NULL PRIMARY KEY,
  code VARCHAR NOT NULL UNIQUE,
  name VARCHAR NOT NULL
);
INSERT INTO dim_contractor (contractor_key, code, name) VALUES (0, '', 'Not recorded');

-- Grain: one case handler or team.
CREATE TABLE dim_handler (
  handler_key INTEGER NOT NULL PRIMARY KEY,
  code VARCHAR NOT NULL UNIQUE,
  name VARCHAR NOT NULL
);
INSERT INTO dim_handler (handler_key, code, name) VALUES (0, '', 'Not recorded');

-- Grain: one reason for not accepting a complaint.
CREATE TABLE dim_refusal_reason (
  refusal_reason_key INTEGER NOT NULL PRIMARY KEY,
  code VARCHAR NOT NULL UNIQUE,
  name VARCHAR NOT NULL
);
INSERT INTO dim_refusal_reason (refusal_reason_key, code, name) VALUES (0, '', 'Not recorded');

-- Grain: one reason for asking for stage 2.
CREATE TABLE dim_escalation_reason (
  escalation_reason_key INTEGER NOT NULL PRIMARY KEY,
  code VARCHAR NOT NULL UNIQUE,
  name VARCHAR NOT NULL
);
INSERT INTO dim_escalation_reason (escalation_reason_key, code, name) VALUES (0, '', 'Not recorded');

-- Grain: version of the Complaint Handling Code × stage; filled at migration from the versions the program computes with.
CREATE TABLE dim_code_rule (
  code_rule_key    INTEGER  NOT NULL PRIMARY KEY,
  rule_id          VARCHAR  NOT NULL,      -- 'code-2024'
  title            VARCHAR  NOT NULL,
  stage            TINYINT  NOT NULL,
  clock_start      VARCHAR  NOT NULL,      -- 'received' | 'logged' | 'acknowledged'
  acknowledge_days SMALLINT,               -- working days; null: no such rule
  respond_days     SMALLINT NOT NULL,
  extension_days   SMALLINT NOT NULL,
  valid_from       DATE     NOT NULL,
  valid_to         DATE     NOT NULL,
  UNIQUE (rule_id, stage)
);
