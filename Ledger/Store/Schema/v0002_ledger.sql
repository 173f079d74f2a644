-- The book, version 2: a ledger an auditor would sign. Never edited once shipped.
-- An entry is sealed by its insertion: its lines come first, held by a foreign key that is only
-- asked at the end, and the entry itself is refused unless they make it sound. Nothing of it is ever
-- updated. Drafts are no entries; they live apart and are free.
-- Where rows come by the hundred thousand, foreign keys are asked at the commit and guards undo the
-- whole transaction: a guard that undid one statement would have every page copied before it changes.
-- There, too, alternatives stand with OR, for a list after IN is a table of its own, made anew each
-- time; and no function is called, for a statement that calls one may fail and keeps such copies again.

CREATE UNIQUE INDEX account_by_unit ON account (number, unit);
ALTER TABLE account ADD COLUMN closed_from TEXT CHECK (closed_from GLOB '????-??-??');
CREATE INDEX account_closed ON account (number, closed_from) WHERE closed_from IS NOT NULL;

CREATE TABLE leaf_2 (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  kind     TEXT NOT NULL,
  hash     BLOB NOT NULL
) STRICT;
INSERT INTO leaf_2 SELECT position, kind, hash FROM leaf;
DROP TABLE leaf;
ALTER TABLE leaf_2 RENAME TO leaf;

-- An entry is known by its place in the log.
CREATE TABLE entry_2 (
  id           INTEGER PRIMARY KEY REFERENCES leaf (position) DEFERRABLE INITIALLY DEFERRED,
  key          TEXT NOT NULL UNIQUE CHECK (key <> ''),
  fiscal_year  TEXT NOT NULL REFERENCES fiscal_year (first) DEFERRABLE INITIALLY DEFERRED,
  series       TEXT NOT NULL GENERATED ALWAYS AS (iif(journal = 'EX', 'EX', '')) VIRTUAL,
  number       INTEGER NOT NULL CHECK (number > 0),
  date         TEXT NOT NULL,
  journal      TEXT NOT NULL CHECK (
    journal = 'AN' OR journal = 'VE' OR journal = 'AC' OR journal = 'BQ' OR journal = 'PA'
    OR journal = 'OD' OR journal = 'EX'),
  voucher      TEXT NOT NULL CHECK (voucher <> ''),
  voucher_date TEXT NOT NULL CHECK (voucher_date BETWEEN '0001-01-01' AND '9999-12-31'),
  label        TEXT NOT NULL CHECK (label <> ''),
  origin       TEXT NOT NULL,
  recorded_at  INTEGER NOT NULL,
  validated_at INTEGER NOT NULL CHECK (validated_at >= recorded_at),
  lines        INTEGER NOT NULL,
  restates     INTEGER NOT NULL DEFAULT 0 CHECK (restates BETWEEN 0 AND (journal = 'AN')),
  reverses     INTEGER REFERENCES entry_2 (id) DEFERRABLE INITIALLY DEFERRED,
  replaces     INTEGER REFERENCES entry_2 (id) DEFERRABLE INITIALLY DEFERRED,
  reason       TEXT CHECK (reason <> ''),
  CHECK (reverses IS NULL OR reason IS NOT NULL),
  CHECK (reverses IS NULL OR replaces IS NULL),
  UNIQUE (fiscal_year, series, number)
) STRICT;
INSERT INTO entry_2 (id, key, fiscal_year, number, date, journal, voucher, voucher_date, label,
    origin, recorded_at, validated_at, lines)
  SELECT leaf, key, fiscal_year, number, date, journal, voucher, voucher_date, label, origin,
    recorded_at, validated_at, (SELECT count(*) FROM posting WHERE entry = entry.id)
  FROM entry WHERE validated_at IS NOT NULL;

CREATE TABLE posting_2 (
  entry     INTEGER NOT NULL REFERENCES entry_2 (id) DEFERRABLE INITIALLY DEFERRED,
  line      INTEGER NOT NULL CHECK (line > 0),
  account   TEXT NOT NULL,
  unit      TEXT NOT NULL CHECK (unit = 'cents' OR unit = 'wh' OR unit = 'shares'),
  debit     INTEGER NOT NULL CHECK (debit >= 0),
  credit    INTEGER NOT NULL CHECK (credit >= 0),
  auxiliary TEXT CHECK (auxiliary <> ''),
  site      TEXT,
  contract  TEXT,
  CHECK ((debit = 0) <> (credit = 0)),
  FOREIGN KEY (account, unit) REFERENCES account (number, unit) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
INSERT INTO posting_2
  SELECT leaf, line, account, unit, debit, credit, auxiliary, site, contract
  FROM posting JOIN entry ON entry.id = posting.entry WHERE validated_at IS NOT NULL;

DROP TABLE posting;
DROP TABLE entry;
ALTER TABLE entry_2 RENAME TO entry;
ALTER TABLE posting_2 RENAME TO posting;
CREATE INDEX entry_by_date ON entry (date, id);
CREATE INDEX posting_by_account ON posting (account, entry);
CREATE UNIQUE INDEX entry_reversed_once ON entry (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX entry_replaced ON entry (replaces) WHERE replaces IS NOT NULL;

CREATE TABLE draft (
  key         TEXT PRIMARY KEY CHECK (key <> ''),
  date        TEXT NOT NULL CHECK (date GLOB '????-??-??'),
  body        TEXT NOT NULL CHECK (body GLOB '{*}'),
  origin      TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Vouchers: the bytes themselves, so that a copy of the book is a copy of its proofs.
CREATE TABLE voucher_file (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
  bytes  INTEGER NOT NULL CHECK (bytes = length(body)),
  body   BLOB NOT NULL
) STRICT;
CREATE TABLE attachment (
  entry       INTEGER NOT NULL REFERENCES entry (id),
  digest      BLOB NOT NULL REFERENCES voucher_file (digest),
  name        TEXT NOT NULL CHECK (name <> ''),
  attached_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position),
  PRIMARY KEY (entry, digest)
) STRICT, WITHOUT ROWID;

-- Lettering is no part of an entry (BOI-BIC-DECLA-30-10-20-40): it stays free.
CREATE TABLE lettering (
  id        INTEGER PRIMARY KEY,
  account   TEXT NOT NULL REFERENCES account (number),
  auxiliary TEXT NOT NULL, -- '' where the account has none
  code      TEXT NOT NULL CHECK (code <> '' AND code NOT GLOB '*[^A-Z]*'),
  day       TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  UNIQUE (account, auxiliary, code)
) STRICT;
CREATE TABLE lettered (
  entry     INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  lettering INTEGER NOT NULL REFERENCES lettering (id) ON DELETE CASCADE,
  PRIMARY KEY (entry, line),
  FOREIGN KEY (entry, line) REFERENCES posting (entry, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX lettered_together ON lettered (lettering);

-- Fiscal years that are closed, and what general meetings decided about them.
CREATE TABLE year_closing (
  fiscal_year   TEXT PRIMARY KEY REFERENCES fiscal_year (first),
  closed_at     INTEGER NOT NULL,
  result_cents  INTEGER NOT NULL,
  opening_entry INTEGER REFERENCES entry (id),
  leaf          INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT, WITHOUT ROWID;
CREATE TABLE appropriation (
  fiscal_year TEXT NOT NULL REFERENCES fiscal_year (first),
  kind        TEXT NOT NULL CHECK (kind IN ('annual', 'interim')),
  sequence    INTEGER NOT NULL CHECK (sequence > 0 AND (kind = 'interim' OR sequence = 1)),
  decided_on  TEXT NOT NULL CHECK (decided_on GLOB '????-??-??'),
  reference   TEXT NOT NULL CHECK (reference <> ''),
  body        TEXT NOT NULL CHECK (body GLOB '{*}'),
  entry       INTEGER REFERENCES entry (id),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position),
  PRIMARY KEY (fiscal_year, kind, sequence)
) STRICT, WITHOUT ROWID;

-- What happened to the book itself: exports, migrations.
CREATE TABLE event (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind <> ''),
  recorded_at INTEGER NOT NULL,
  body        TEXT NOT NULL CHECK (body GLOB '{*}'),
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT;

-- Shares × nominal = capital, at every date: since it holds before the first day, it holds for ever
-- when what moves on each day agrees. A day that differs refers to a row that can never exist,
-- so a transaction that would leave one cannot commit.
CREATE TABLE nominal (
  valid_from TEXT PRIMARY KEY CHECK (valid_from GLOB '????-??-??'),
  cents      INTEGER NOT NULL CHECK (cents > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO nominal
  SELECT valid_from, json_extract(body, '$.share_nominal_cents')
  FROM fact WHERE kind = 'capital' GROUP BY valid_from HAVING id = max(id);
CREATE TABLE never (id INTEGER PRIMARY KEY) STRICT;
CREATE TABLE capital_day (
  date    TEXT PRIMARY KEY,
  cents   INTEGER NOT NULL,
  shares  INTEGER NOT NULL,
  nominal INTEGER NOT NULL,
  differs INTEGER GENERATED ALWAYS AS (CASE WHEN cents <> shares * nominal THEN 1 END) STORED
    REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX capital_differs ON capital_day (date) WHERE differs IS NOT NULL;
INSERT INTO capital_day (date, cents, shares, nominal)
  SELECT date, sum(iif(account = '902000', 0, credit - debit)),
    sum(iif(account = '902000', debit - credit, 0)),
    (SELECT cents FROM nominal WHERE valid_from <= entry.date ORDER BY valid_from DESC LIMIT 1)
  FROM posting JOIN entry ON entry.id = posting.entry
  WHERE account BETWEEN '101000' AND '101999' OR account = '902000' GROUP BY date;
