-- scope: internal
-- Payments that a load brings, each beside payments of the same case, day and amount loaded before that can be the same. As for cases, in
-- renamed_stages.sql. $source_system: the source; $load: the load; $most_cases: new payments looked at; $most_pairs: rows of the answer.
WITH brought AS (
  SELECT case_reference, payment_reference, COALESCE(offered_on, paid_on) AS day, amount
  FROM fact_compensation AS payment
  WHERE source_system = $source_system
    AND recorded_from_load = $load
    AND {{current payment}}
    AND NOT EXISTS (
      SELECT 1
      FROM fact_compensation AS earlier
      WHERE earlier.source_system = $source_system
        AND earlier.case_reference = payment.case_reference
        AND earlier.payment_reference = payment.payment_reference
        AND earlier.recorded_from_load < $load
    )
  ORDER BY HASH(case_reference, payment_reference)
  LIMIT $most_cases
),
known AS (
  SELECT case_reference, payment_reference, source_system, COALESCE(offered_on, paid_on) AS day, amount
  FROM fact_compensation AS payment
  WHERE recorded_from_load < $load AND {{current payment}}
)
SELECT DISTINCT
  mine.payment_reference,
  other.payment_reference AS known_reference,
  other.source_system,
  (SELECT COUNT(*) FROM brought) AS cases,
  mine.case_reference
FROM brought AS mine
JOIN known AS other USING (case_reference, day, amount)
WHERE UPPER(mine.payment_reference) <> UPPER(other.payment_reference)
LIMIT $most_pairs
