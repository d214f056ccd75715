-- Why each alert was raised, as it was decided: score, thresholds, error rate, gallery. Alerts from
-- before have none.

ALTER TABLE alert ADD COLUMN evidence TEXT;
