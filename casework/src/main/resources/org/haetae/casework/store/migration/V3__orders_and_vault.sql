-- Orders, and the sealed faces that live only as long as an order does. The keys are not here.

CREATE TABLE protection_order (
  id              TEXT   NOT NULL PRIMARY KEY,
  respondent      TEXT   NOT NULL,
  issued          TEXT   NOT NULL,
  -- By all its events: when it ends, and until when it allows templates without a break.
  valid_until     BIGINT NOT NULL,
  templates_until BIGINT NOT NULL,
  UNIQUE (id, respondent)
);
CREATE INDEX protection_order_valid ON protection_order (valid_until);
CREATE INDEX protection_order_lapsing ON protection_order (templates_until);

CREATE TABLE order_event (
  order_id TEXT    NOT NULL REFERENCES protection_order (id),
  number   INTEGER NOT NULL CHECK (number > 0),
  kind     TEXT    NOT NULL CHECK (kind IN ('EXTENDED', 'SUSPENDED', 'RESUMED', 'REVOKED')),
  detail   TEXT    NOT NULL,
  PRIMARY KEY (order_id, number)
);

CREATE TABLE template (
  id            ${serial},
  order_id      TEXT   NOT NULL,
  respondent    TEXT   NOT NULL,
  model         TEXT   NOT NULL,
  model_version TEXT   NOT NULL,
  key_name      TEXT   NOT NULL,
  sealed        ${bytes} NOT NULL,
  enrolled_at   BIGINT NOT NULL,
  -- The pair, so that a template can't name somebody whom the order doesn't.
  FOREIGN KEY (order_id, respondent) REFERENCES protection_order (id, respondent)
);
CREATE INDEX template_order ON template (order_id, key_name);
CREATE INDEX template_model ON template (model, model_version);

CREATE TABLE purge (
  id           ${serial},
  order_id     TEXT   NOT NULL REFERENCES protection_order (id),
  reason       TEXT   NOT NULL CHECK (reason IN ('ENDED', 'SUSPENDED', 'REVOKED', 'ASKED')),
  asked_at     BIGINT NOT NULL,
  keys_gone_at BIGINT,
  done_at      BIGINT,
  CHECK (done_at IS NULL OR keys_gone_at IS NOT NULL)
);
CREATE UNIQUE INDEX purge_open ON purge (order_id) WHERE done_at IS NULL;
