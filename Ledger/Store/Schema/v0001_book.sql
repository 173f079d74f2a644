-- The book, version 1. Never edited once shipped: a change is a new file.
-- The database is the first line of defence: what the program forgets, it refuses.
-- Dates are text YYYY-MM-DD, months YYYY-MM, instants seconds since 1970 UTC, amounts whole units.

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Random bytes that make commitments unguessable. They never leave the book.
CREATE TABLE secret (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL CHECK (length(value) = 32)
) STRICT, WITHOUT ROWID;

-- The append-only log (RFC 6962): the hash of every leaf, and the frontier of the tree.
CREATE TABLE leaf (
  position INTEGER PRIMARY KEY CHECK (position >= 0),
  kind     TEXT NOT NULL,
  hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE frontier (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  size INTEGER NOT NULL CHECK (size >= 0),
  tree BLOB NOT NULL
) STRICT;

-- Dated facts: contracts, sites, rules. A change is a new row.
CREATE TABLE fact (
  id          INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  key         TEXT NOT NULL,
  valid_from  TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
  body        TEXT NOT NULL CHECK (body GLOB '{*}'),
  origin      TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT;
CREATE INDEX fact_by_key ON fact (kind, key, valid_from, id);

-- People and organisations. The log knows only the member's number and a salted commitment;
-- identity stands apart so that it can be erased while every seal still verifies.
CREATE TABLE member (
  number      TEXT PRIMARY KEY CHECK (
    number GLOB 'M[0-9]*' AND substr(number, 2) NOT GLOB '*[^0-9]*'
    AND length(number) BETWEEN 2 AND 10),
  college     TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('person', 'company', 'public-body')),
  joined      TEXT NOT NULL CHECK (joined GLOB '????-??-??'),
  commitment  BLOB NOT NULL CHECK (length(commitment) = 32),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT, WITHOUT ROWID;
CREATE TABLE identity (
  member   TEXT PRIMARY KEY REFERENCES member (number),
  salt     BLOB NOT NULL CHECK (length(salt) = 32),
  body     TEXT NOT NULL CHECK (body GLOB '{*}')
) STRICT, WITHOUT ROWID;

-- The journal.
CREATE TABLE account (
  number   TEXT PRIMARY KEY CHECK (number GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]'),
  unit     TEXT NOT NULL CHECK (unit IN ('cents', 'wh', 'shares')),
  label_fr TEXT NOT NULL CHECK (label_fr <> ''),
  label_en TEXT NOT NULL CHECK (label_en <> '')
) STRICT, WITHOUT ROWID;
CREATE TABLE fiscal_year (
  first TEXT PRIMARY KEY CHECK (first GLOB '????-??-??'),
  last  TEXT NOT NULL UNIQUE CHECK (last GLOB '????-??-??' AND last >= first)
) STRICT, WITHOUT ROWID;
-- An entry is a draft until it is validated; then nothing of it changes.
-- Memorandum entries (journal EX) are numbered apart: the accounts' own numbers have no gap.
CREATE TABLE entry (
  id           INTEGER PRIMARY KEY,
  key          TEXT NOT NULL UNIQUE CHECK (key <> ''),
  digest       BLOB NOT NULL CHECK (length(digest) = 32),
  fiscal_year  TEXT NOT NULL REFERENCES fiscal_year (first),
  series       TEXT NOT NULL GENERATED ALWAYS AS (iif(journal = 'EX', 'EX', '')) STORED,
  number       INTEGER CHECK (number > 0),
  date         TEXT NOT NULL CHECK (date GLOB '????-??-??'),
  journal      TEXT NOT NULL CHECK (journal IN ('AN', 'VE', 'AC', 'BQ', 'PA', 'OD', 'EX')),
  voucher      TEXT NOT NULL CHECK (voucher <> ''),
  voucher_date TEXT NOT NULL CHECK (voucher_date GLOB '????-??-??'),
  label        TEXT NOT NULL CHECK (label <> ''),
  origin       TEXT NOT NULL,
  recorded_at  INTEGER NOT NULL,
  validated_at INTEGER,
  leaf         INTEGER UNIQUE REFERENCES leaf (position),
  CHECK ((validated_at IS NULL) = (number IS NULL)),
  CHECK ((validated_at IS NULL) = (leaf IS NULL)),
  UNIQUE (fiscal_year, series, number)
) STRICT;
CREATE INDEX entry_by_date ON entry (date, id);
CREATE TABLE posting (
  entry     INTEGER NOT NULL REFERENCES entry (id),
  line      INTEGER NOT NULL CHECK (line > 0),
  account   TEXT NOT NULL REFERENCES account (number),
  unit      TEXT NOT NULL CHECK (unit IN ('cents', 'wh', 'shares')),
  debit     INTEGER NOT NULL CHECK (debit >= 0),
  credit    INTEGER NOT NULL CHECK (credit >= 0),
  auxiliary TEXT CHECK (auxiliary LIKE '_%:_%'),
  site      TEXT,
  contract  TEXT,
  CHECK ((debit = 0) <> (credit = 0)),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_by_account ON posting (account, entry);
-- Balances by account and month, kept by trigger: a view costs the same at any size of the book.
CREATE TABLE month_total (
  account TEXT NOT NULL REFERENCES account (number),
  month   TEXT NOT NULL CHECK (month GLOB '????-??'),
  debit   INTEGER NOT NULL,
  credit  INTEGER NOT NULL,
  PRIMARY KEY (account, month)
) STRICT, WITHOUT ROWID;

-- The share register: every movement under an order number that is never used again.
CREATE TABLE movement (
  order_number INTEGER PRIMARY KEY CHECK (order_number > 0),
  reference    TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  date         TEXT NOT NULL CHECK (date GLOB '????-??-??'),
  kind         TEXT NOT NULL CHECK (kind IN ('subscription', 'transfer', 'withdrawal')),
  member       TEXT NOT NULL REFERENCES member (number),
  counterparty TEXT REFERENCES member (number),
  shares       INTEGER NOT NULL CHECK (shares > 0),
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  recorded_at  INTEGER NOT NULL,
  leaf         INTEGER NOT NULL UNIQUE REFERENCES leaf (position),
  CHECK ((kind = 'transfer') = (counterparty IS NOT NULL))
) STRICT;

-- Readings: a day of a meter, every version of it, with the file and the lines it came from.
CREATE TABLE source_file (
  digest      BLOB PRIMARY KEY CHECK (length(digest) = 32),
  name        TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  profile     TEXT NOT NULL,
  imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE meter_day (
  meter          TEXT NOT NULL,
  day            TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  version        INTEGER NOT NULL CHECK (version > 0),
  wh             INTEGER NOT NULL,
  exact_mws      INTEGER NOT NULL, -- thousandths of a watt-second, before rounding to Wh
  covered_s      INTEGER NOT NULL CHECK (covered_s BETWEEN 0 AND 90000),
  quality        TEXT NOT NULL CHECK (quality IN ('measured', 'estimated', 'incomplete', 'held')),
  register_first INTEGER,
  register_last  INTEGER,
  source         BLOB NOT NULL REFERENCES source_file (digest),
  first_line     INTEGER NOT NULL,
  last_line      INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  leaf           INTEGER NOT NULL REFERENCES leaf (position),
  PRIMARY KEY (meter, day, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX meter_day_by_day ON meter_day (day, meter);

-- Closings, and what they carry forward.
CREATE TABLE closing (
  month     TEXT PRIMARY KEY CHECK (month GLOB '????-??'),
  sequence  INTEGER NOT NULL UNIQUE CHECK (sequence > 0),
  closed_at INTEGER NOT NULL,
  last_day  TEXT NOT NULL,
  manifest  BLOB NOT NULL,
  signature BLOB NOT NULL,
  digest    BLOB NOT NULL UNIQUE CHECK (length(digest) = 32)
) STRICT, WITHOUT ROWID;
CREATE TABLE residue (
  month       TEXT NOT NULL CHECK (month GLOB '????-??'),
  division    TEXT NOT NULL,
  beneficiary TEXT NOT NULL,
  weight      INTEGER NOT NULL,
  owed        TEXT NOT NULL, -- an integer of up to 128 bits, in decimal
  PRIMARY KEY (month, division, beneficiary)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement (
  month    TEXT NOT NULL REFERENCES closing (month) DEFERRABLE INITIALLY DEFERRED,
  member   TEXT NOT NULL REFERENCES member (number),
  position INTEGER NOT NULL CHECK (position >= 0),
  body     BLOB NOT NULL,
  leaf     INTEGER NOT NULL UNIQUE REFERENCES leaf (position),
  PRIMARY KEY (month, member),
  UNIQUE (month, position)
) STRICT, WITHOUT ROWID;
