-- scope: internal
-- What tells the key of the residents' pseudonyms from another.
SELECT content_hash
FROM reference_data
WHERE name = 'pseudonym_key'
