-- How fresh a source promises to be: the days after which what it told last is stale, by the mapping of the file. Null: no promise.
ALTER TABLE load_file ADD COLUMN fresh_for_days INTEGER;
