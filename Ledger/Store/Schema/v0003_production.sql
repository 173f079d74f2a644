-- The book, version 3: readings.
-- A day of a meter is one row a version, its curve one value in it. A version that waits counts only
-- once a decision confirms it; what counts is what came into force last, by its place in the log.
-- Rows come by the ten thousand: guards undo the whole transaction and foreign keys are asked at the
-- commit, as v0002_ledger.sql says.

CREATE TABLE source_file_3 (
  id          INTEGER PRIMARY KEY,
  digest      BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
  name        TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  profile     TEXT NOT NULL,
  imported_at INTEGER NOT NULL
) STRICT;
INSERT INTO source_file_3 (digest, name, bytes, profile, imported_at)
  SELECT digest, name, bytes, profile, imported_at FROM source_file ORDER BY imported_at, digest;

CREATE TABLE meter_day_3 (
  meter          TEXT NOT NULL,
  day            TEXT NOT NULL CHECK (day BETWEEN '0001-01-01' AND '9999-12-31'),
  version        INTEGER NOT NULL CHECK (version > 0),
  wh             INTEGER NOT NULL,
  exact_mws      INTEGER NOT NULL, -- thousandths of a watt-second, before rounding to Wh
  covered_s      INTEGER NOT NULL CHECK (covered_s BETWEEN 0 AND 90000),
  quality        TEXT NOT NULL CHECK (
    quality = 'measured' OR quality = 'estimated' OR quality = 'incomplete' OR quality = 'held'),
  register_first INTEGER,
  register_last  INTEGER,
  source         INTEGER NOT NULL REFERENCES source_file_3 (id) DEFERRABLE INITIALLY DEFERRED,
  first_line     INTEGER NOT NULL,
  last_line      INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  leaf           INTEGER NOT NULL REFERENCES leaf (position) DEFERRABLE INITIALLY DEFERRED,
  waits          INTEGER NOT NULL DEFAULT 0 CHECK (waits BETWEEN 0 AND 1),
  curve          BLOB, -- what was read within the day, as `DayCurve` writes it
  PRIMARY KEY (meter, day, version)
) STRICT, WITHOUT ROWID;
INSERT INTO meter_day_3
  SELECT meter, day, version, wh, exact_mws, covered_s, quality, register_first, register_last,
    source_file_3.id, first_line, last_line, recorded_at, leaf, 0, NULL
  FROM meter_day JOIN source_file_3 ON source_file_3.digest = meter_day.source;

DROP TABLE meter_day;
DROP TABLE source_file;
ALTER TABLE source_file_3 RENAME TO source_file;
ALTER TABLE meter_day_3 RENAME TO meter_day;

-- What a person decided about a version. For a day of a closed month it says as well in which open
-- month the difference counts, and how much it is: the closed month keeps what it was closed with.
CREATE TABLE reading_decision (
  leaf       INTEGER NOT NULL REFERENCES leaf (position) DEFERRABLE INITIALLY DEFERRED,
  meter      TEXT NOT NULL,
  day        TEXT NOT NULL,
  version    INTEGER NOT NULL,
  verdict    TEXT NOT NULL CHECK (verdict = 'confirmed' OR verdict = 'rejected'),
  reason     TEXT NOT NULL CHECK (reason <> ''),
  decided_at INTEGER NOT NULL,
  replaces   INTEGER, -- the version that was in force before
  month      TEXT CHECK (month GLOB '????-??'),
  wh         INTEGER,
  PRIMARY KEY (meter, day, version, leaf),
  FOREIGN KEY (meter, day, version) REFERENCES meter_day (meter, day, version)
    DEFERRABLE INITIALLY DEFERRED,
  CHECK ((month IS NULL) = (wh IS NULL)),
  CHECK (verdict = 'confirmed' OR month IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_adjusted ON reading_decision (month) WHERE month IS NOT NULL;
-- Which versions wait for a decision: seldom any.
CREATE INDEX meter_day_waiting ON meter_day (meter, day, version) WHERE waits = 1;

CREATE TRIGGER meter_day_is_sound BEFORE INSERT ON meter_day
BEGIN
  SELECT RAISE(ROLLBACK, 'meter_day-is-append-only') WHERE EXISTS (
    SELECT 1 FROM meter_day WHERE meter = NEW.meter AND day = NEW.day AND version = NEW.version);
  SELECT RAISE(ROLLBACK, 'days-are-closed') WHERE NOT NEW.waits
    AND NEW.day <= (SELECT last_day FROM closing ORDER BY month DESC LIMIT 1);
END;
CREATE TRIGGER meter_day_stays BEFORE UPDATE ON meter_day BEGIN SELECT RAISE(ABORT, 'meter_day-is-append-only'); END;
CREATE TRIGGER meter_day_is_kept BEFORE DELETE ON meter_day BEGIN SELECT RAISE(ABORT, 'meter_day-is-append-only'); END;

CREATE TRIGGER source_file_stays BEFORE UPDATE ON source_file BEGIN SELECT RAISE(ABORT, 'source_file-is-append-only'); END;
CREATE TRIGGER source_file_is_kept BEFORE DELETE ON source_file BEGIN SELECT RAISE(ABORT, 'source_file-is-append-only'); END;
CREATE TRIGGER source_file_is_not_replaced BEFORE INSERT ON source_file
WHEN EXISTS (SELECT 1 FROM source_file WHERE digest = NEW.digest OR id = NEW.id)
BEGIN SELECT RAISE(IGNORE); END;

-- What comes into force on a day of a closed month counts in the month after the last closed one.
CREATE TRIGGER reading_decision_is_sound BEFORE INSERT ON reading_decision
BEGIN
  SELECT RAISE(ROLLBACK, 'reading_decision-is-append-only') WHERE EXISTS (
    SELECT 1 FROM reading_decision
    WHERE meter = NEW.meter AND day = NEW.day AND version = NEW.version AND leaf = NEW.leaf);
  SELECT RAISE(ROLLBACK, 'days-are-closed') WHERE NEW.verdict = 'confirmed'
    AND NEW.month IS NOT (
      SELECT iif(NEW.day <= last_day, strftime('%Y-%m', last_day, '+1 day'), NULL)
      FROM closing ORDER BY month DESC LIMIT 1);
END;
CREATE TRIGGER reading_decision_stays BEFORE UPDATE ON reading_decision BEGIN SELECT RAISE(ABORT, 'reading_decision-is-append-only'); END;
CREATE TRIGGER reading_decision_is_kept BEFORE DELETE ON reading_decision BEGIN SELECT RAISE(ABORT, 'reading_decision-is-append-only'); END;
