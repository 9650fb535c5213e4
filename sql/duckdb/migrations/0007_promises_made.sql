-- When a promise was made: from that day on it counts as open, and not only once it is due or done. Sources that do not say leave it empty.
ALTER TABLE fact_action ADD COLUMN made_on DATE;
