-- New members of a list dimension: codes of the staging table's column that the dimension lacks.
-- {{dim}}: name of the list; {{column}}: column of the staging table; {{staging}}: the staging table.

-- step: add
INSERT INTO dim_{{dim}} ({{dim}}_key, code, name)
SELECT
  (SELECT MAX({{dim}}_key) FROM dim_{{dim}}) + ROW_NUMBER() OVER (ORDER BY new_code.code),
  new_code.code,
  new_code.code
FROM (
  SELECT DISTINCT {{column}} AS code
  FROM {{staging}}
  WHERE {{column}} IS NOT NULL
) AS new_code
ANTI JOIN dim_{{dim}} USING (code);
