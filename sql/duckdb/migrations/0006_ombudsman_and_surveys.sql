-- What the Housing Ombudsman found and ordered, and what residents say.

-- Grain: Ombudsman case × complaint element.
CREATE TABLE fact_finding (
  finding_key         BIGINT  NOT NULL,
  source_system       VARCHAR NOT NULL,
  ombudsman_reference VARCHAR NOT NULL,
  element             VARCHAR NOT NULL,
  case_reference      VARCHAR,
  landlord_key        INTEGER NOT NULL,
  landlord_code       VARCHAR NOT NULL,
  category_key        INTEGER NOT NULL,
  finding             VARCHAR NOT NULL,    -- 'severe_maladministration' | 'maladministration' | 'service_failure' | …
  determined_on       DATE    NOT NULL,
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);

-- Grain: one order or recommendation of a determination.
CREATE TABLE fact_order (
  order_key           BIGINT  NOT NULL,
  source_system       VARCHAR NOT NULL,
  ombudsman_reference VARCHAR NOT NULL,
  order_reference     VARCHAR NOT NULL,
  landlord_key        INTEGER NOT NULL,
  landlord_code       VARCHAR NOT NULL,
  kind                VARCHAR NOT NULL,    -- 'order' | 'recommendation'
  description         VARCHAR,
  amount              DECIMAL(18, 2),
  due_on              DATE,
  complied_on         DATE,
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);

-- Grain: one answer of one survey, or one count of a published survey (TP09).
CREATE TABLE fact_survey (
  survey_key          BIGINT  NOT NULL,
  source_system       VARCHAR NOT NULL,
  survey_reference    VARCHAR NOT NULL,
  question            VARCHAR NOT NULL,
  landlord_key        INTEGER NOT NULL,
  landlord_code       VARCHAR NOT NULL,
  case_reference      VARCHAR,             -- transactional surveys only; TP09 is never joined to cases
  stock_type          VARCHAR,
  answered_on         DATE    NOT NULL,
  answer              VARCHAR NOT NULL,
  answers             DECIMAL(18, 4) NOT NULL, -- 1 for one person; weighted surveys publish fractions
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);

-- Grain: complaint × as-of day × model version.
CREATE TABLE fact_escalation_score (
  source_system  VARCHAR NOT NULL,
  case_reference VARCHAR NOT NULL,
  as_of          DATE    NOT NULL,
  model_version  VARCHAR NOT NULL,
  probability    DOUBLE  NOT NULL,
  reasons        VARCHAR NOT NULL,         -- JSON array of sentences with their weights
  recorded_load  INTEGER NOT NULL,         -- newest load the score knew of
  PRIMARY KEY (source_system, case_reference, as_of, model_version)
);
