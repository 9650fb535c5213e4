-- Loads: who loaded what and when, what became of every row, and the control totals that had to add up.

-- Grain: one load (one load set, all of it or nothing).
CREATE TABLE load (
  load_id          INTEGER     NOT NULL PRIMARY KEY,
  load_set         VARCHAR     NOT NULL,
  source_system    VARCHAR,                -- null when its files come from several systems
  started_at       TIMESTAMPTZ NOT NULL,
  finished_at      TIMESTAMPTZ NOT NULL,
  extract_date     DATE        NOT NULL,   -- data cut-off: the last day the extract knows about
  status           VARCHAR     NOT NULL,   -- 'published': a load that is not published leaves no row
  files            JSON        NOT NULL,
  rows_read        BIGINT      NOT NULL,
  rows_loaded      BIGINT      NOT NULL,
  rows_unchanged   BIGINT      NOT NULL,
  rows_quarantined BIGINT      NOT NULL,
  facts_added      BIGINT      NOT NULL,
  facts_changed    BIGINT      NOT NULL,
  facts_closed     BIGINT      NOT NULL,
  facts_withdrawn  BIGINT      NOT NULL
);

-- Grain: load × file.
CREATE TABLE load_file (
  load_id             INTEGER NOT NULL,
  file_name           VARCHAR NOT NULL,
  source_system       VARCHAR NOT NULL,
  sha256              VARCHAR NOT NULL,
  bytes               BIGINT  NOT NULL,
  mapping_id          VARCHAR NOT NULL,
  mapping_hash        VARCHAR NOT NULL,
  target              VARCHAR NOT NULL,
  mode                VARCHAR NOT NULL,    -- 'full' | 'incremental'
  rows_read           BIGINT  NOT NULL,
  rows_loaded         BIGINT  NOT NULL,
  rows_unchanged      BIGINT  NOT NULL,
  rows_quarantined    BIGINT  NOT NULL,
  corrections         JSON    NOT NULL,    -- correcting rule id → rows
  accepted_references VARCHAR              -- file of reviewed matches
);

-- Grain: a row held back × the rule that held it back.
CREATE TABLE load_quarantine (
  quarantine_id    BIGINT   NOT NULL,
  load_id          INTEGER  NOT NULL,
  source_system    VARCHAR  NOT NULL,
  target           VARCHAR  NOT NULL,
  file_name        VARCHAR  NOT NULL,
  sheet            VARCHAR,
  line             BIGINT   NOT NULL,
  rule_id          VARCHAR  NOT NULL,
  column_name      VARCHAR,
  value            VARCHAR,
  expected         VARCHAR  NOT NULL,
  hint             VARCHAR  NOT NULL,
  row_key          VARCHAR,                -- case reference, property reference …
  event_date       DATE,
  raw              VARCHAR  NOT NULL,      -- the row as a JSON object, as read
  row_hash         UBIGINT  NOT NULL,
  status           VARCHAR  NOT NULL,      -- 'open' | 'replayed' | 'superseded'
  resolved_by_load INTEGER
);

-- Grain: quarantined row × landlord or home it could belong to.
CREATE TABLE worklist_candidate (
  quarantine_id      BIGINT        NOT NULL,
  landlord_code      VARCHAR       NOT NULL,
  property_id        BIGINT,
  property_reference VARCHAR,
  score              DECIMAL(5, 4) NOT NULL,
  why                VARCHAR       NOT NULL
);

-- Grain: load × control total.
CREATE TABLE load_reconciliation (
  load_id  INTEGER NOT NULL,
  control  VARCHAR NOT NULL,
  expected BIGINT  NOT NULL,
  actual   BIGINT  NOT NULL,
  passed   BOOLEAN NOT NULL
);

-- The loads that tell what happened to complaints. Only these move the day up to which figures know the world: loading homes, published
-- comparators or scores says nothing about complaints, however late its extract date is.
CREATE VIEW complaint_load AS
SELECT l.load_id, l.extract_date
FROM load AS l
WHERE l.load_id IN (SELECT f.load_id FROM load_file AS f WHERE f.target IN ('stage', 'complaint'));
