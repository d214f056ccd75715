-- What somebody has decided to keep, whatever the clock says. The reason is sealed by its owner's key.

CREATE TABLE legal_hold (
  owner_kind TEXT   NOT NULL CHECK (owner_kind IN ('CASE', 'ORDER')),
  owner      TEXT   NOT NULL,
  placed_at  BIGINT NOT NULL,
  placed_by  TEXT   NOT NULL,
  reason     TEXT   NOT NULL,
  lifted_at  BIGINT,
  lifted_by  TEXT,
  PRIMARY KEY (owner_kind, owner, placed_at),
  CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
);
-- One at a time; whoever erases looks here in the same transaction.
CREATE UNIQUE INDEX legal_hold_open ON legal_hold (owner_kind, owner) WHERE lifted_at IS NULL;
