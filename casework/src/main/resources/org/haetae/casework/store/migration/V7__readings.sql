-- What changes all the time and of which only the newest counts: the site itself, and each watch.

CREATE TABLE site_reading (
  site   TEXT   NOT NULL PRIMARY KEY,
  at     BIGINT NOT NULL,
  detail TEXT   NOT NULL
);

CREATE TABLE watch_signal (
  serial TEXT   NOT NULL PRIMARY KEY,
  at     BIGINT NOT NULL,
  detail TEXT   NOT NULL
);
