-- What a stage's row names and no register knew when it was loaded: its identifier where its UPRN told the home, its UPRN where its identifier
-- did. A register that adds it may lead the stage elsewhere. Of stages that are here already it is not known.
ALTER TABLE fact_stage ADD COLUMN unknown_allocator VARCHAR;
ALTER TABLE fact_stage ADD COLUMN unknown_identifier VARCHAR;
ALTER TABLE fact_stage ADD COLUMN unknown_uprn BIGINT;
