-- How people prove who they are. What is secret is hashed, or sealed by a key that is not here.

CREATE TABLE account (
  user_id       TEXT   NOT NULL PRIMARY KEY,
  password_hash TEXT   NOT NULL,
  totp_key      TEXT   NOT NULL,
  totp_sealed   ${bytes} NOT NULL,
  -- The newest time step of which a code was taken; none is taken twice.
  totp_step     BIGINT NOT NULL,
  failures      INTEGER NOT NULL,
  failed_at     BIGINT NOT NULL
);

-- A link that is good once: to set a password, or to come in without one where nobody has any.
CREATE TABLE invitation (
  hash        TEXT   NOT NULL PRIMARY KEY,
  user_id     TEXT   NOT NULL,
  kind        TEXT   NOT NULL CHECK (kind IN ('JOIN', 'PASS')),
  until_at    BIGINT NOT NULL,
  totp_key    TEXT,
  totp_sealed ${bytes}
);

CREATE TABLE user_session (
  hash     TEXT   NOT NULL PRIMARY KEY,
  user_id  TEXT   NOT NULL,
  kind     TEXT   NOT NULL CHECK (kind IN ('BROWSER', 'MACHINE')),
  -- The role in which it began: it ends as the role does.
  role     TEXT   NOT NULL,
  seen_at  BIGINT NOT NULL,
  until_at BIGINT NOT NULL
);
CREATE INDEX user_session_user ON user_session (user_id);
