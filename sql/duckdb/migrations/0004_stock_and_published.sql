-- Denominators, and what others published.

-- Grain: landlord × stock type × year end.
CREATE TABLE fact_stock (
  stock_key           BIGINT  NOT NULL,
  source_system       VARCHAR NOT NULL,
  landlord_key        INTEGER NOT NULL,
  landlord_code       VARCHAR NOT NULL,
  stock_type          VARCHAR NOT NULL,
  year_end            DATE    NOT NULL,
  reporting_year      SMALLINT NOT NULL,   -- start year
  homes               INTEGER NOT NULL,
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);

-- Grain: landlord × stock type × reporting year × measure × publisher.
CREATE TABLE fact_published_measure (
  published_measure_key BIGINT NOT NULL,
  source_system       VARCHAR NOT NULL,
  landlord_code       VARCHAR NOT NULL,
  landlord_name       VARCHAR NOT NULL,
  landlord_type       VARCHAR,
  size_band           VARCHAR,
  region              VARCHAR,
  stock_type          VARCHAR NOT NULL,    -- 'LCRA' | 'LCHO' | 'COMBINED'
  reporting_year      SMALLINT NOT NULL,   -- start year
  measure_id          VARCHAR NOT NULL,
  numerator           DECIMAL(18, 4),
  denominator         DECIMAL(18, 4),
  value_as_printed    VARCHAR,             -- never used for figures: recomputed from numerator and denominator
  publisher           VARCHAR NOT NULL,
  source_file         VARCHAR NOT NULL,
  source_sheet        VARCHAR,
  source_cell         VARCHAR,
  row_hash            UBIGINT NOT NULL,
  source_load         INTEGER NOT NULL,
  source_row          BIGINT  NOT NULL,
  withdrawn_by_source BOOLEAN NOT NULL,
  recorded_from_load  INTEGER NOT NULL,
  recorded_to_load    INTEGER NOT NULL
);
