-- scope: internal
-- The days a model has scored, newest first, each with its newest list. $model_version: version of the model.
SELECT e.as_of, MAX(e.recorded_load) AS recorded_load
FROM fact_escalation_score e
WHERE e.model_version = $model_version
GROUP BY e.as_of
ORDER BY e.as_of DESC
