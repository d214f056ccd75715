-- Instants are microseconds since 1970 (UTC). One script serves SQLite and PostgreSQL; what differs
-- between them comes in as a placeholder.

CREATE TABLE incident (
  id                TEXT    NOT NULL PRIMARY KEY,
  order_id          TEXT    NOT NULL,
  state             TEXT    NOT NULL CHECK (state IN ('OPEN', 'ACKNOWLEDGED', 'DISPATCHED', 'RESOLVED', 'FALSE_ALARM')),
  severity          TEXT    NOT NULL CHECK (severity IN ('NOTICE', 'WARNING', 'DANGER')),
  opened_at         BIGINT  NOT NULL,
  last_alert_at     BIGINT  NOT NULL,
  alerts            INTEGER NOT NULL CHECK (alerts > 0),
  tier              INTEGER NOT NULL CHECK (tier >= 0),
  dispatch_asked_by TEXT,
  escalates_at      BIGINT
);

-- One episode of an order is one incident, whatever two writers do at once.
CREATE UNIQUE INDEX incident_ongoing ON incident (order_id)
  WHERE state IN ('OPEN', 'ACKNOWLEDGED', 'DISPATCHED');
CREATE INDEX incident_escalating ON incident (escalates_at) WHERE escalates_at IS NOT NULL;

CREATE TABLE incident_event (
  incident TEXT    NOT NULL REFERENCES incident (id),
  number   INTEGER NOT NULL CHECK (number > 0),
  kind     TEXT    NOT NULL,
  detail   TEXT    NOT NULL,
  PRIMARY KEY (incident, number)
);

CREATE TABLE alert (
  id       TEXT   NOT NULL PRIMARY KEY,
  incident TEXT   NOT NULL REFERENCES incident (id),
  taken_at BIGINT NOT NULL,
  detail   TEXT   NOT NULL
);
CREATE INDEX alert_incident ON alert (incident, taken_at);

CREATE TABLE outbox (
  id         ${serial},
  channel    TEXT    NOT NULL,
  queue      TEXT    NOT NULL CHECK (queue IN ('THREAT', 'TECHNICAL', 'CANARY')),
  key        TEXT    NOT NULL,
  urgency    INTEGER NOT NULL,
  body       TEXT    NOT NULL,
  created_at BIGINT  NOT NULL,
  due_at     BIGINT  NOT NULL,
  attempts   INTEGER NOT NULL DEFAULT 0,
  state      TEXT    NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'DELIVERED', 'DEAD')),
  last_error TEXT,
  UNIQUE (channel, key)
);
CREATE INDEX outbox_waiting ON outbox (channel, queue, urgency DESC, id) WHERE state = 'WAITING';
