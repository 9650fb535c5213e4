-- scope: internal
-- What sources state of landlords, by the source that states it; a version in which nobody is known to is left out.
SELECT
  source_system,
  landlord_code AS stated_key,
  valid_from,
  name,
  landlord_type,
  size_band,
  region,
  managing_agent_code
FROM dim_landlord
WHERE {{current}} AND landlord_key <> 0 AND source_system IS NOT NULL
