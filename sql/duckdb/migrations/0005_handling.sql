-- What happened around a complaint.

-- Grain: one contact that is not a complaint: service request, MP or councillor enquiry, compliment.
CREATE TABLE fact_contact (
  contact_key         BIGINT  NOT NULL,
  source_system       VARCHAR NOT NULL,
  contact_reference   VARCHAR NOT NULL,
  kind                VARCHAR NOT NULL,    -- 'service_request' | 'mp_enquiry' | 'councillor_enquiry' | 'compliment'
  landlord_key        INTEGER NOT NULL,
  landlord_code       VARCHAR NOT NULL,
  property_key        INTEGER NOT NULL,
  property_id         BIGINT  NOT NULL,
  service_area_key    INTEGER NOT NULL,
  channel_key         INTEGER NOT NULL,
  received_on         DATE    NOT NULL,
  responded_on        DATE,
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);

-- Grain: one contact with the complainant during a stage.
CREATE TABLE fact_communication (
  communication_key   BIGINT  NOT NULL,
  source_system       VARCHAR NOT NULL,
  case_reference      VARCHAR NOT NULL,
  stage               TINYINT NOT NULL,
  kind                VARCHAR NOT NULL,
  occurred_on         DATE    NOT NULL,
  next_agreed_on      DATE,
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);

-- Grain: one promise, remedy or lesson of a complaint.
CREATE TABLE fact_action (
  action_key          BIGINT  NOT NULL,
  source_system       VARCHAR NOT NULL,
  case_reference      VARCHAR NOT NULL,
  action_reference    VARCHAR NOT NULL,
  kind                VARCHAR NOT NULL,    -- 'promise' | 'remedy' | 'lesson'
  category_key        INTEGER NOT NULL,
  owner_key           INTEGER NOT NULL,    -- dim_handler
  due_on              DATE,
  done_on             DATE,
  evidence            VARCHAR,
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);

-- Grain: one payment to a complainant.
CREATE TABLE fact_compensation (
  compensation_key    BIGINT  NOT NULL,
  source_system       VARCHAR NOT NULL,
  case_reference      VARCHAR NOT NULL,
  payment_reference   VARCHAR NOT NULL,
  stage               TINYINT,
  kind                VARCHAR NOT NULL,    -- 'compensation' | 'goodwill' | 'reimbursement'
  ordered_by          VARCHAR NOT NULL,    -- 'landlord' | 'ombudsman' | 'court'
  amount              DECIMAL(18, 2) NOT NULL,
  offered_on          DATE,
  paid_on             DATE,
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);
