-- Photographs of inspections, each sealed by its case's key. The keys are not here.

CREATE TABLE photograph (
  name     TEXT   NOT NULL PRIMARY KEY,
  case_id  TEXT   NOT NULL,
  key_name TEXT   NOT NULL,
  sealed   ${bytes} NOT NULL,
  taken_by TEXT   NOT NULL,
  taken_at BIGINT NOT NULL
);
CREATE INDEX photograph_case ON photograph (case_id, key_name);
