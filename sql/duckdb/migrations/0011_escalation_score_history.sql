-- What a list showed stays: a day scored again, after a later load, has one more list and not another one.
CREATE TEMP TABLE shown_score AS SELECT * FROM fact_escalation_score;

DROP TABLE fact_escalation_score;

-- Grain: complaint × as-of day × model version × load known.
CREATE TABLE fact_escalation_score (
  source_system  VARCHAR NOT NULL,
  case_reference VARCHAR NOT NULL,
  as_of          DATE    NOT NULL,
  known_to       DATE    NOT NULL,         -- as_of, or the earlier day up to which the complaint's source was loaded
  model_version  VARCHAR NOT NULL,
  probability    DOUBLE  NOT NULL,
  reasons        VARCHAR NOT NULL,         -- JSON array of sentences with their weights
  recorded_load  INTEGER NOT NULL,         -- newest load the score knew of
  PRIMARY KEY (source_system, case_reference, as_of, model_version, recorded_load)
);

INSERT INTO fact_escalation_score
SELECT source_system, case_reference, as_of, as_of, model_version, probability, reasons, recorded_load
FROM shown_score;

DROP TABLE shown_score;
