-- The day on which a person accepted a match. Of several decisions on one identifier the last one stands on the days that it covers; of
-- those that were accepted before this column was there, that of the last load.
ALTER TABLE property_reference ADD COLUMN accepted_on DATE;
