-- Contacts that a load gives another day of receipt under the reference that they had before. $source_system: the source; $load: the load.
SELECT COUNT(*) AS moved
FROM fact_contact AS restated
JOIN fact_contact AS earlier USING (source_system, contact_reference)
WHERE restated.source_system = $source_system
  AND restated.recorded_from_load = $load
  AND {{current restated}}
  AND earlier.recorded_to_load = $load
  AND earlier.recorded_from_load < $load
  AND earlier.received_on <> restated.received_on
