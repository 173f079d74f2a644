-- The book, version 3: the ledger.
-- The latest instant anything was recorded with. A clock that steps back does not take the book with it:
-- what was known on an earlier day stays what it was.
ALTER TABLE frontier ADD COLUMN latest INTEGER NOT NULL DEFAULT 0;
UPDATE frontier SET latest = max(
  coalesce((SELECT max(recorded_at) FROM entry), 0), coalesce((SELECT max(recorded_at) FROM movement), 0),
  coalesce((SELECT max(recorded_at) FROM fact), 0), coalesce((SELECT max(recorded_at) FROM member), 0));
