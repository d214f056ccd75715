-- A row of the table that came with schema 14, whose text was sealed from the first.
INSERT INTO legal_hold (owner_kind, owner, placed_at, placed_by, reason, lifted_at, lifted_by)
  VALUES ('CASE', 'case-1', 1772330400123456, 'oh', '~c2VhbGVk', NULL, NULL);
