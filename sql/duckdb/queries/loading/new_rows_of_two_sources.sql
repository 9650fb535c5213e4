-- scope: internal
-- Rows that a load adds to a source, of which another source gave a stage before, by references as in stages_of_two_sources.sql.
-- $source_system: the source; $load: the load; $other_source: the other source.
SELECT COUNT(DISTINCT mine.source_row) AS new_rows
FROM fact_stage AS mine
JOIN fact_stage AS other
  ON mine.landlord_code = other.landlord_code
  AND mine.stage = other.stage
  AND mine.received_on = other.received_on
  AND UPPER(LTRIM(mine.case_reference, '0')) = UPPER(LTRIM(other.case_reference, '0'))
WHERE mine.source_system = $source_system
  AND mine.recorded_from_load = $load
  AND {{current mine}}
  AND other.source_system = $other_source
  AND {{current other}}
  AND mine.case_reference NOT IN (
    SELECT earlier.case_reference
    FROM fact_stage AS earlier
    WHERE earlier.source_system = $source_system AND earlier.recorded_from_load < $load
  )
