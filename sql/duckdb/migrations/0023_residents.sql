-- What residents are, in bands, from a day on; with it the whole customer base by landlord. Nothing was loaded into the table before.
DROP TABLE dim_resident_characteristics;

-- Grain: version of a resident as a source states it (type 2 by customer_id, which stands for source and resident). For aggregates only,
-- never shown by person. A band that is NULL was not recorded; one that the resident would not say is a band of its own.
CREATE TABLE dim_resident_characteristics (
  characteristics_key INTEGER NOT NULL,
  customer_id         BIGINT  NOT NULL,    -- durable: the same resident of the same source in all versions
  resident_key        INTEGER NOT NULL,
  pseudonym           VARCHAR NOT NULL,
  landlord_code       VARCHAR NOT NULL,
  age_band            VARCHAR,
  ethnicity_band      VARCHAR,
  disability_band     VARCHAR,
  vulnerability_band  VARCHAR,
  adjustment_band     VARCHAR,
  row_hash            UBIGINT NOT NULL,
  valid_from          DATE    NOT NULL,
  valid_to            DATE    NOT NULL,
  source_system       VARCHAR NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);
INSERT INTO dim_resident_characteristics
VALUES (0, 0, 0, '', '', NULL, NULL, NULL, NULL, NULL, 0, DATE '1900-01-01', DATE '9999-12-31', '', 0, 2147483647);
