-- What a machine's token is good for, and what somebody calls it; a browser's session may do
-- whatever its role may.
ALTER TABLE user_session ADD COLUMN scopes TEXT NOT NULL DEFAULT '';
ALTER TABLE user_session ADD COLUMN label TEXT NOT NULL DEFAULT '';

-- Who opened a case that isn't theirs, why, and which supervisor has looked at that.
CREATE TABLE emergency_access (
  id        ${serial},
  user_id   TEXT   NOT NULL,
  case_id   TEXT   NOT NULL,
  reason    TEXT   NOT NULL,
  opened_at BIGINT NOT NULL,
  until_at  BIGINT NOT NULL,
  seen_by   TEXT
);
CREATE INDEX emergency_access_user ON emergency_access (user_id, until_at);
