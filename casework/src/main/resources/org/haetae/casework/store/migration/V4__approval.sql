-- Who has looked at the photographs behind an order's templates and said that they show its
-- respondent. Photographs are known by the digest of their bytes; a person counts once.

ALTER TABLE template ADD COLUMN source TEXT NOT NULL DEFAULT '';

CREATE TABLE approval (
  order_id    TEXT   NOT NULL REFERENCES protection_order (id),
  source      TEXT   NOT NULL,
  approved_by TEXT   NOT NULL,
  approved_at BIGINT NOT NULL,
  PRIMARY KEY (order_id, source, approved_by)
);
