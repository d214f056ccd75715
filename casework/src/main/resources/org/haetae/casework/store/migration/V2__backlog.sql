-- For the figures of what waits for people: they are asked for every few seconds, for ever.

-- Since when an incident has waited for a person; kept once somebody has seen it.
ALTER TABLE incident ADD COLUMN open_since BIGINT NOT NULL DEFAULT 0;
UPDATE incident SET open_since = opened_at;

-- Delivered parcels grow without end and must not be walked through to count dead ones.
CREATE INDEX outbox_dead ON outbox (channel) WHERE state = 'DEAD';
