-- Version 4. What the bank says, and what it was matched to.
-- Labels of the bank name persons: they stand here, and the log holds only a salted digest of them.

-- A statement of one account as it was taken in: what it told again is named, what was new follows.
CREATE TABLE bank_statement (
  id            INTEGER PRIMARY KEY,
  account       TEXT NOT NULL CHECK (account <> ''),
  format        TEXT NOT NULL CHECK (format <> ''),
  name          TEXT NOT NULL,
  file          TEXT NOT NULL,
  digest        BLOB NOT NULL CHECK (length(digest) = 32),
  closed_on     TEXT NOT NULL CHECK (closed_on GLOB '????-??-??'),
  opening_cents INTEGER NOT NULL,
  closing_cents INTEGER NOT NULL,
  is_earlier    INTEGER NOT NULL CHECK (is_earlier IN (0, 1)),
  lines         INTEGER NOT NULL CHECK (lines >= 0),
  known         TEXT NOT NULL CHECK (known GLOB '[[]*]'),
  recorded_at   INTEGER NOT NULL,
  leaf          INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT;
CREATE INDEX bank_statement_by_account ON bank_statement (account, closed_on);

-- A movement of the bank, once.
CREATE TABLE bank_line (
  id             INTEGER PRIMARY KEY,
  statement      INTEGER NOT NULL REFERENCES bank_statement (id),
  account        TEXT NOT NULL CHECK (account <> ''),
  booked         TEXT NOT NULL CHECK (booked GLOB '????-??-??'),
  valued         TEXT CHECK (valued GLOB '????-??-??'),
  cents          INTEGER NOT NULL,
  reference      TEXT NOT NULL,
  bank_reference TEXT NOT NULL,
  party          TEXT NOT NULL,
  text           TEXT NOT NULL,
  file_line      INTEGER NOT NULL
) STRICT;
CREATE INDEX bank_line_by_account ON bank_line (account, booked, id);
CREATE INDEX bank_line_by_statement ON bank_line (statement);

-- What somebody confirmed: lines of the bank that are lines of the journal on the bank's account.
CREATE TABLE bank_match (
  id          INTEGER PRIMARY KEY,
  account     TEXT NOT NULL CHECK (account <> ''),
  body        TEXT NOT NULL CHECK (body GLOB '{*}'),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT;
CREATE TABLE bank_unmatch (
  match       INTEGER PRIMARY KEY REFERENCES bank_match (id),
  reason      TEXT NOT NULL CHECK (reason <> ''),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT;
-- What is matched now: follows from the two above, and is recomputed by the doctor.
CREATE TABLE bank_matched_line (
  line  INTEGER PRIMARY KEY REFERENCES bank_line (id),
  match INTEGER NOT NULL REFERENCES bank_match (id)
) STRICT;
CREATE INDEX bank_matched_line_by_match ON bank_matched_line (match);
CREATE TABLE bank_matched_posting (
  entry INTEGER NOT NULL,
  line  INTEGER NOT NULL,
  match INTEGER NOT NULL REFERENCES bank_match (id),
  PRIMARY KEY (entry, line),
  FOREIGN KEY (entry, line) REFERENCES posting (entry, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX bank_matched_posting_by_match ON bank_matched_posting (match);

CREATE TRIGGER bank_statement_stays BEFORE UPDATE ON bank_statement BEGIN SELECT RAISE(ABORT, 'bank_statement-is-append-only'); END;
CREATE TRIGGER bank_statement_is_kept BEFORE DELETE ON bank_statement BEGIN SELECT RAISE(ABORT, 'bank_statement-is-append-only'); END;
CREATE TRIGGER bank_statement_is_not_replaced BEFORE INSERT ON bank_statement
WHEN EXISTS (SELECT 1 FROM bank_statement WHERE id = NEW.id OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'bank_statement-is-append-only'); END;

CREATE TRIGGER bank_line_stays BEFORE UPDATE ON bank_line BEGIN SELECT RAISE(ABORT, 'bank_line-is-append-only'); END;
CREATE TRIGGER bank_line_is_kept BEFORE DELETE ON bank_line BEGIN SELECT RAISE(ABORT, 'bank_line-is-append-only'); END;
CREATE TRIGGER bank_line_is_not_replaced BEFORE INSERT ON bank_line
WHEN EXISTS (SELECT 1 FROM bank_line WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'bank_line-is-append-only'); END;

CREATE TRIGGER bank_match_stays BEFORE UPDATE ON bank_match BEGIN SELECT RAISE(ABORT, 'bank_match-is-append-only'); END;
CREATE TRIGGER bank_match_is_kept BEFORE DELETE ON bank_match BEGIN SELECT RAISE(ABORT, 'bank_match-is-append-only'); END;
CREATE TRIGGER bank_match_is_not_replaced BEFORE INSERT ON bank_match
WHEN EXISTS (SELECT 1 FROM bank_match WHERE id = NEW.id OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'bank_match-is-append-only'); END;

CREATE TRIGGER bank_unmatch_stays BEFORE UPDATE ON bank_unmatch BEGIN SELECT RAISE(ABORT, 'bank_unmatch-is-append-only'); END;
CREATE TRIGGER bank_unmatch_is_kept BEFORE DELETE ON bank_unmatch BEGIN SELECT RAISE(ABORT, 'bank_unmatch-is-append-only'); END;
CREATE TRIGGER bank_unmatch_is_not_replaced BEFORE INSERT ON bank_unmatch
WHEN EXISTS (SELECT 1 FROM bank_unmatch WHERE match = NEW.match OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'bank_unmatch-is-append-only'); END;

-- What is matched now leaves only with its match undone, and is not matched twice.
CREATE TRIGGER bank_matched_line_stays BEFORE UPDATE ON bank_matched_line BEGIN SELECT RAISE(ABORT, 'bank_match-is-append-only'); END;
CREATE TRIGGER bank_matched_line_is_kept BEFORE DELETE ON bank_matched_line
WHEN NOT EXISTS (SELECT 1 FROM bank_unmatch WHERE match = OLD.match)
BEGIN SELECT RAISE(ABORT, 'bank_match-is-append-only'); END;
CREATE TRIGGER bank_matched_line_is_not_replaced BEFORE INSERT ON bank_matched_line
WHEN EXISTS (SELECT 1 FROM bank_matched_line WHERE line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'bank_line-is-matched'); END;
CREATE TRIGGER bank_matched_posting_stays BEFORE UPDATE ON bank_matched_posting BEGIN SELECT RAISE(ABORT, 'bank_match-is-append-only'); END;
CREATE TRIGGER bank_matched_posting_is_kept BEFORE DELETE ON bank_matched_posting
WHEN NOT EXISTS (SELECT 1 FROM bank_unmatch WHERE match = OLD.match)
BEGIN SELECT RAISE(ABORT, 'bank_match-is-append-only'); END;
CREATE TRIGGER bank_matched_posting_is_not_replaced BEFORE INSERT ON bank_matched_posting
WHEN EXISTS (SELECT 1 FROM bank_matched_posting WHERE entry = NEW.entry AND line = NEW.line)
BEGIN SELECT RAISE(ABORT, 'bank_posting-is-matched'); END;
