-- An incident is of an order, or of a case whose watch called for help; each has one at a time.

DROP INDEX incident_ongoing;
ALTER TABLE incident RENAME COLUMN order_id TO subject;
ALTER TABLE incident ADD COLUMN cause TEXT NOT NULL DEFAULT 'ORDER' CHECK (cause IN ('ORDER', 'SOS'));
CREATE UNIQUE INDEX incident_ongoing ON incident (cause, subject)
  WHERE state IN ('OPEN', 'ACKNOWLEDGED', 'DISPATCHED');

-- Both are told in the queue of threats, so a row says what its text is.
ALTER TABLE alert ADD COLUMN kind TEXT NOT NULL DEFAULT 'THREAT' CHECK (kind IN ('THREAT', 'SOS'));
ALTER TABLE outbox ADD COLUMN kind TEXT NOT NULL DEFAULT 'THREAT'
  CHECK (kind IN ('THREAT', 'SOS', 'TECHNICAL', 'CANARY'));
UPDATE outbox SET kind = queue WHERE queue <> 'THREAT';
