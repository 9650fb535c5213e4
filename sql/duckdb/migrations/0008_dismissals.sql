-- Rows held back that a person decided to leave out: who, when and why. The status of the entry is 'dismissed' from then on; it is no
-- longer open, and the same row held back again by a later extract stays dismissed.

-- Grain: dismissed entry of load_quarantine.
CREATE TABLE quarantine_dismissal (
  quarantine_id BIGINT      NOT NULL PRIMARY KEY,
  load_id       INTEGER     NOT NULL,
  dismissed_by  VARCHAR     NOT NULL,
  dismissed_at  TIMESTAMPTZ NOT NULL,
  reason        VARCHAR     NOT NULL
);
