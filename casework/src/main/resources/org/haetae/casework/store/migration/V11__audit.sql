-- Who saw, changed or was refused what. Each entry's hash covers the entry and the hash before it.

CREATE TABLE audit_entry (
  number       BIGINT NOT NULL PRIMARY KEY CHECK (number > 0),
  at           BIGINT NOT NULL,
  actor_kind   TEXT   NOT NULL,
  actor        TEXT   NOT NULL,
  role         TEXT,
  act          TEXT   NOT NULL,
  subject_kind TEXT   NOT NULL,
  subject      TEXT   NOT NULL,
  -- What the subject belongs to, such as a photograph's case.
  within_kind  TEXT,
  within_id    TEXT,
  detail       TEXT   NOT NULL,
  salt         TEXT   NOT NULL,
  previous     TEXT   NOT NULL,
  hash         TEXT   NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (subject, number);
CREATE INDEX audit_entry_within ON audit_entry (within_id, number) WHERE within_id IS NOT NULL;
CREATE INDEX audit_entry_actor ON audit_entry (actor, number);

-- The last number and its hash. Whoever writes takes it first, so that the chain never forks.
CREATE TABLE audit_head (number BIGINT NOT NULL, hash TEXT NOT NULL);
INSERT INTO audit_head VALUES (0, '${audit_genesis}');

-- Copies for whoever looks here; what counts is the file outside the database.
CREATE TABLE audit_checkpoint (
  number BIGINT NOT NULL PRIMARY KEY,
  line   TEXT   NOT NULL
);

-- Entries and checkpoints are only ever added.
${audit_guards}
