-- What shows that an order was complied with; and the day by which its landlord's version is told: the day it was due or complied with.
ALTER TABLE fact_order ADD COLUMN evidence VARCHAR;
ALTER TABLE fact_order ADD COLUMN landlord_on DATE;

-- Grain: one question of one survey that was sent, answered or not; or one count of a published survey (TP09). Nothing was loaded into the
-- table before, which had no place for a survey without an answer.
DROP TABLE fact_survey;

CREATE TABLE fact_survey (
  survey_key          BIGINT  NOT NULL,
  source_system       VARCHAR NOT NULL,
  survey_reference    VARCHAR NOT NULL,
  question            VARCHAR NOT NULL,
  survey              VARCHAR NOT NULL,    -- source and reference: two sources may give out the same
  landlord_key        INTEGER NOT NULL,
  landlord_code       VARCHAR NOT NULL,
  case_reference      VARCHAR,             -- transactional surveys only; TP09 is never joined to cases
  stock_type          VARCHAR NOT NULL,    -- '' where the source does not say
  sent_on             DATE,
  answered_on         DATE,
  answer              VARCHAR NOT NULL,    -- 'very_satisfied' … 'very_dissatisfied'; '' where the question has none
  score               DECIMAL(18, 2),
  answers             DECIMAL(18, 4) NOT NULL, -- 1 for one person; weighted surveys publish fractions
  landlord_on         DATE    NOT NULL,    -- the day by which the landlord's version is told
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);
