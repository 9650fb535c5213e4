-- New members of a list dimension: texts of a member column of the staging area that the dimension lacks.
-- {{dim}}: name of the list; {{column}}: column of the staging table; {{staging}}: the staging table.

-- step: add
INSERT INTO dim_{{dim}} ({{dim}}_key, code, name)
SELECT
  (SELECT MAX({{dim}}_key) FROM dim_{{dim}}) + ROW_NUMBER() OVER (ORDER BY new_code.code),
  new_code.code,
  new_code.code
FROM (
  SELECT text AS code
  FROM {{staging}}_member
  WHERE column_name = '{{column}}'
) AS new_code
ANTI JOIN dim_{{dim}} USING (code);
