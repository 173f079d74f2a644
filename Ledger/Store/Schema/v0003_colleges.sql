-- The book, version 3: what members are to the company through time, told after they joined.
-- A row is never changed: what is told later of the same day counts from then on, and the register of
-- an earlier day, as it was known, is still what it was.
CREATE TABLE standing (
  id          INTEGER PRIMARY KEY,
  member      TEXT NOT NULL REFERENCES member (number) DEFERRABLE INITIALLY DEFERRED,
  aspect      TEXT NOT NULL CHECK (aspect IN ('college', 'held-by-persons')),
  valid_from  TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
  value       TEXT NOT NULL CHECK (value <> ''),
  reference   TEXT NOT NULL CHECK (reference <> ''),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT;
CREATE INDEX standing_by_member ON standing (member, id);

CREATE TRIGGER standing_is_open BEFORE INSERT ON standing
WHEN NEW.aspect = 'college' AND NEW.valid_from <= (SELECT max(last_day) FROM closing)
BEGIN SELECT RAISE(ABORT, 'standing-reaches-into-closed-months'); END;
CREATE TRIGGER standing_stays BEFORE UPDATE ON standing BEGIN SELECT RAISE(ABORT, 'standing-is-append-only'); END;
CREATE TRIGGER standing_is_kept BEFORE DELETE ON standing BEGIN SELECT RAISE(ABORT, 'standing-is-append-only'); END;
CREATE TRIGGER standing_is_not_replaced BEFORE INSERT ON standing
WHEN EXISTS (SELECT 1 FROM standing WHERE id = NEW.id OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'standing-is-append-only'); END;
