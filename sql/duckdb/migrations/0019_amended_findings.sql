-- When a decision was issued anew: the feed names both days, and the finding counts from the first.
ALTER TABLE fact_finding ADD COLUMN amended_on DATE;
