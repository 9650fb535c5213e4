-- scope: internal
-- Rows that a load adds to a source, of which another source gave a stage before. $source_system: the source; $load: the load;
-- $other_source: the other source.
SELECT COUNT(DISTINCT mine.source_row) AS new_rows
FROM fact_stage AS mine
JOIN fact_stage AS other USING (landlord_code, case_reference, stage, received_on)
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
