-- dim_landlord: what is particular to it. See timeline.sql for the order of the steps.

-- step: identify
CREATE OR REPLACE TEMP TABLE identified_landlord AS
SELECT *
FROM staging_landlord;
