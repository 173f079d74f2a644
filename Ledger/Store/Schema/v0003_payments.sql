-- The book, version 3: what is paid to members.
-- Numbers of members only: where money goes and who is paid passes through and is kept nowhere.

-- What members told about taxes, for the payments of a year; the paper itself stays outside.
CREATE TABLE attestation (
  member      TEXT NOT NULL REFERENCES member (number),
  kind        TEXT NOT NULL CHECK (kind IN ('dividend', 'interest', 'abroad', 'resident')),
  year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  received_on TEXT NOT NULL CHECK (received_on GLOB '????-??-??'),
  paper       BLOB CHECK (length(paper) = 32),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position),
  PRIMARY KEY (member, kind, year)
) STRICT, WITHOUT ROWID;

-- What was paid on one day together, with what was withheld, member by member.
CREATE TABLE payment_batch (
  reference   TEXT PRIMARY KEY CHECK (reference <> ''),
  kind        TEXT NOT NULL CHECK (kind IN ('dividend', 'interest')),
  paid_on     TEXT NOT NULL CHECK (paid_on GLOB '????-??-??'),
  body        TEXT NOT NULL CHECK (body GLOB '{*}'),
  entry       INTEGER NOT NULL UNIQUE REFERENCES entry (id),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_batch_by_day ON payment_batch (paid_on);

-- What came back from the bank: taxes stay withheld, the member is owed the net amount again.
CREATE TABLE payment_return (
  payment     TEXT PRIMARY KEY CHECK (payment <> ''),
  batch       TEXT NOT NULL REFERENCES payment_batch (reference),
  member      TEXT NOT NULL REFERENCES member (number),
  account     TEXT NOT NULL,
  contract    TEXT,
  cents       INTEGER NOT NULL CHECK (cents > 0),
  returned_on TEXT NOT NULL CHECK (returned_on GLOB '????-??-??'),
  reason      TEXT NOT NULL CHECK (reason <> ''),
  entry       INTEGER NOT NULL UNIQUE REFERENCES entry (id),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_return_by_member ON payment_return (member);

-- The taxes of a month, declared and paid.
CREATE TABLE tax_return (
  month       TEXT PRIMARY KEY CHECK (month GLOB '????-??'),
  paid_on     TEXT NOT NULL CHECK (paid_on GLOB '????-??-??'),
  body        TEXT NOT NULL CHECK (body GLOB '{*}'),
  entry       INTEGER NOT NULL UNIQUE REFERENCES entry (id),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER attestation_stays BEFORE UPDATE ON attestation BEGIN SELECT RAISE(ABORT, 'attestation-is-append-only'); END;
CREATE TRIGGER attestation_is_kept BEFORE DELETE ON attestation BEGIN SELECT RAISE(ABORT, 'attestation-is-append-only'); END;
CREATE TRIGGER attestation_is_not_replaced BEFORE INSERT ON attestation
WHEN EXISTS (
  SELECT 1 FROM attestation
  WHERE member = NEW.member AND kind = NEW.kind AND year = NEW.year OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'attestation-is-append-only'); END;

CREATE TRIGGER payment_batch_stays BEFORE UPDATE ON payment_batch BEGIN SELECT RAISE(ABORT, 'payment_batch-is-append-only'); END;
CREATE TRIGGER payment_batch_is_kept BEFORE DELETE ON payment_batch BEGIN SELECT RAISE(ABORT, 'payment_batch-is-append-only'); END;
CREATE TRIGGER payment_batch_is_not_replaced BEFORE INSERT ON payment_batch
WHEN EXISTS (
  SELECT 1 FROM payment_batch
  WHERE reference = NEW.reference OR entry = NEW.entry OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'payment_batch-is-append-only'); END;
-- Once the taxes of a month are declared, no payment of that month is added.
CREATE TRIGGER payment_batch_is_declared BEFORE INSERT ON payment_batch
WHEN EXISTS (SELECT 1 FROM tax_return WHERE month = substr(NEW.paid_on, 1, 7))
  AND NOT EXISTS (SELECT 1 FROM payment_batch WHERE reference = NEW.reference)
BEGIN SELECT RAISE(ABORT, 'month-is-declared'); END;

CREATE TRIGGER payment_return_stays BEFORE UPDATE ON payment_return BEGIN SELECT RAISE(ABORT, 'payment_return-is-append-only'); END;
CREATE TRIGGER payment_return_is_kept BEFORE DELETE ON payment_return BEGIN SELECT RAISE(ABORT, 'payment_return-is-append-only'); END;
CREATE TRIGGER payment_return_is_not_replaced BEFORE INSERT ON payment_return
WHEN EXISTS (
  SELECT 1 FROM payment_return
  WHERE payment = NEW.payment OR entry = NEW.entry OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'payment_return-is-append-only'); END;

CREATE TRIGGER tax_return_stays BEFORE UPDATE ON tax_return BEGIN SELECT RAISE(ABORT, 'tax_return-is-append-only'); END;
CREATE TRIGGER tax_return_is_kept BEFORE DELETE ON tax_return BEGIN SELECT RAISE(ABORT, 'tax_return-is-append-only'); END;
CREATE TRIGGER tax_return_is_not_replaced BEFORE INSERT ON tax_return
WHEN EXISTS (
  SELECT 1 FROM tax_return WHERE month = NEW.month OR entry = NEW.entry OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'tax_return-is-append-only'); END;
