-- When a camera, or the whole site (no name), guarded nothing. A spell without an end lasts still.

CREATE TABLE blind_spell (
  site     TEXT   NOT NULL,
  camera   TEXT   NOT NULL,
  began_at BIGINT NOT NULL,
  cause    TEXT   NOT NULL,
  ended_at BIGINT CHECK (ended_at >= began_at),
  PRIMARY KEY (site, camera, began_at)
);
CREATE INDEX blind_spell_open ON blind_spell (site) WHERE ended_at IS NULL;
