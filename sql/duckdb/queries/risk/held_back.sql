-- scope: scoped
-- Cases that would be on a list but for a stage that the quarantine holds back, that the reader may see.
-- $load: the newest load the scores knew of; $answered_after: answers up to this day are beyond the horizon; $landlord,
-- $service_area: null for all.
SELECT COUNT(*) AS cases
FROM fact_stage s
LEFT JOIN dim_service_area a ON a.service_area_key = s.service_area_key
SEMI JOIN (
  SELECT h.source_system, h.case_reference
  FROM held_back_stage h
  WHERE {{known h at $load}}
) h ON h.source_system = s.source_system AND h.case_reference = s.case_reference
ANTI JOIN (
  SELECT t.source_system, t.case_reference
  FROM fact_stage t
  WHERE t.stage = 2 AND {{known t at $load}}
) t ON t.source_system = s.source_system AND t.case_reference = s.case_reference
WHERE s.stage = 1
  AND {{known s at $load}}
  AND s.status <> 'refused'
  AND (s.responded_on > $answered_after OR (s.responded_on IS NULL AND s.closed_on IS NULL AND s.status = 'accepted'))
  AND {{may see s.landlord_code}}
  AND (CAST($landlord AS VARCHAR) IS NULL OR s.landlord_code = $landlord)
  AND (CAST($service_area AS VARCHAR) IS NULL OR LOWER(a.code) = LOWER($service_area))
