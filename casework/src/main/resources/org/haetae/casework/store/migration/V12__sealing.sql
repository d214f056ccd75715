-- Text about people is sealed by keys that are not here. Until the one row of this table is there,
-- rows from before may still be plain.

CREATE TABLE sealing (
  done_at BIGINT NOT NULL
);

-- Whose key was or is to be destroyed. Rows stay; nobody can read them.
CREATE TABLE erasure (
  owner_kind   TEXT   NOT NULL CHECK (owner_kind IN ('CASE', 'ORDER', 'RESPONDENT')),
  owner        TEXT   NOT NULL,
  asked_by     TEXT   NOT NULL,
  asked_at     BIGINT NOT NULL,
  keys_gone_at BIGINT,
  done_at      BIGINT,
  PRIMARY KEY (owner_kind, owner),
  CHECK (done_at IS NULL OR keys_gone_at IS NOT NULL)
);
CREATE INDEX erasure_open ON erasure (asked_at) WHERE done_at IS NULL;

-- Who people really are: a protected person by case, a respondent by id.
CREATE TABLE register (
  owner_kind TEXT   NOT NULL CHECK (owner_kind IN ('CASE', 'RESPONDENT')),
  owner      TEXT   NOT NULL,
  detail     TEXT   NOT NULL,
  changed_by TEXT   NOT NULL,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (owner_kind, owner)
);

-- A few bits of a keyed hash of each name and number, so that several people share each value.
CREATE TABLE register_index (
  field      TEXT    NOT NULL CHECK (field IN ('NAME', 'PHONE')),
  tag        INTEGER NOT NULL,
  owner_kind TEXT    NOT NULL,
  owner      TEXT    NOT NULL,
  PRIMARY KEY (field, tag, owner_kind, owner),
  FOREIGN KEY (owner_kind, owner) REFERENCES register (owner_kind, owner)
);
CREATE INDEX register_index_owner ON register_index (owner_kind, owner);
