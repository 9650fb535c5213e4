-- The central fact. A version is current while recorded_to_load = 2147483647; as known at load L it is the one with
-- recorded_from_load <= L < recorded_to_load. Where a full extract no longer holds a stage, its version ends and a mark with an empty
-- recorded interval (from = to) and withdrawn_by_source remains, which no such question finds.

-- Grain: complaint × stage (accumulating snapshot).
CREATE TABLE fact_stage (
  stage_key               BIGINT   NOT NULL,  -- of the version
  source_system           VARCHAR  NOT NULL,
  case_reference          VARCHAR  NOT NULL,
  stage                   TINYINT  NOT NULL,
  landlord_key            INTEGER  NOT NULL,
  landlord_code           VARCHAR  NOT NULL,
  property_key            INTEGER  NOT NULL,
  property_id             BIGINT   NOT NULL,
  stock_type              VARCHAR  NOT NULL,  -- on the day of the complaint
  tenure_code             VARCHAR,
  resident_key            INTEGER  NOT NULL,
  service_area_key        INTEGER  NOT NULL,
  category_key            INTEGER  NOT NULL,
  theme_key               INTEGER  NOT NULL,
  channel_key             INTEGER  NOT NULL,
  outcome_key             INTEGER  NOT NULL,
  contractor_key          INTEGER  NOT NULL,
  handler_key             INTEGER  NOT NULL,
  refusal_reason_key      INTEGER  NOT NULL,
  escalation_reason_key   INTEGER  NOT NULL,
  code_rule_key           INTEGER  NOT NULL,
  status                  VARCHAR  NOT NULL,  -- 'accepted' | 'refused' | 'withdrawn'
  received_on             DATE     NOT NULL,  -- decides the reporting year
  logged_on               DATE,
  acknowledged_on         DATE,
  responded_on            DATE,               -- what the Code's limits are measured to
  closed_on               DATE,               -- after the actions
  extension_agreed_on     DATE,
  extension_to            DATE,
  extension_reason        VARCHAR,
  ombudsman_details_given BOOLEAN,
  clock_started_on        DATE,
  acknowledge_due_on      DATE,
  standard_due_on         DATE,
  extended_due_on         DATE,               -- null: no valid extension
  working_days_to_respond SMALLINT,
  in_time_basis           VARCHAR  NOT NULL,  -- 'standard' | 'extension' | 'late' | 'open' at the load's cut-off; convenience only
  points_raised           SMALLINT,
  avoidable               BOOLEAN,
  assignment              VARCHAR  NOT NULL,  -- 'direct' | 'exact' | 'normalised' | 'uprn' | 'reviewed'
  row_hash                UBIGINT  NOT NULL,
  source_load             INTEGER  NOT NULL,
  source_row              BIGINT   NOT NULL,
  withdrawn_by_source     BOOLEAN  NOT NULL,
  recorded_from_load      INTEGER  NOT NULL,
  recorded_to_load        INTEGER  NOT NULL
);
