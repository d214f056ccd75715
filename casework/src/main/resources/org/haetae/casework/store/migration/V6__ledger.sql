-- Everything that was done in the casework: each subject has its own numbered run of facts.

CREATE TABLE ledger (
  position     BIGINT  NOT NULL PRIMARY KEY,
  subject_kind TEXT    NOT NULL CHECK (subject_kind IN ('CASE', 'WATCH', 'STATION', 'STAFF')),
  subject      TEXT    NOT NULL,
  number       INTEGER NOT NULL CHECK (number > 0),
  case_id      TEXT,
  happened_at  BIGINT  NOT NULL,
  kind         TEXT    NOT NULL,
  detail       TEXT    NOT NULL,
  UNIQUE (subject_kind, subject, number)
);
CREATE INDEX ledger_case ON ledger (case_id, position) WHERE case_id IS NOT NULL;

-- The last position. Whoever writes takes it first, so that positions become visible in their order
-- and a reader who has seen one has seen all before it.
CREATE TABLE ledger_turn (position BIGINT NOT NULL);
INSERT INTO ledger_turn VALUES (0);
