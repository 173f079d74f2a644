// Written by Tools/embed from the .sql files beside it. Do not edit.
// swift-format-ignore-file

enum Embedded {
  static let v0001_book = #"""
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
"""#
  static let v0001_guards = #"""
-- The guards of version 1: what is written stays, whoever holds the pen.

CREATE TRIGGER leaf_in_order BEFORE INSERT ON leaf
WHEN NEW.position <> 1 + coalesce((SELECT max(position) FROM leaf), -1)
BEGIN SELECT RAISE(ABORT, 'leaf-out-of-order'); END;

CREATE TRIGGER entry_stays BEFORE UPDATE ON entry WHEN OLD.validated_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry WHEN OLD.validated_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;
CREATE TRIGGER entry_starts_as_draft BEFORE INSERT ON entry WHEN NEW.validated_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'entry-starts-as-draft'); END;

CREATE TRIGGER posting_joins_draft BEFORE INSERT ON posting
WHEN (SELECT validated_at FROM entry WHERE id = NEW.entry) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;
CREATE TRIGGER posting_stays BEFORE UPDATE ON posting
WHEN (SELECT validated_at FROM entry WHERE id = OLD.entry) IS NOT NULL
  OR (SELECT validated_at FROM entry WHERE id = NEW.entry) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;
CREATE TRIGGER posting_is_kept BEFORE DELETE ON posting
WHEN (SELECT validated_at FROM entry WHERE id = OLD.entry) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;
CREATE TRIGGER posting_has_its_unit BEFORE INSERT ON posting
WHEN NEW.unit <> (SELECT unit FROM account WHERE number = NEW.account)
BEGIN SELECT RAISE(ABORT, 'account-has-another-unit'); END;

-- Validation: balanced in each unit, two lines at least, dated in its year and in an open month,
-- numbered on from the last, memorandum accounts in the memorandum journal and nowhere else.
CREATE TRIGGER entry_validates BEFORE UPDATE OF validated_at ON entry
WHEN OLD.validated_at IS NULL AND NEW.validated_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'entry-is-unbalanced') WHERE EXISTS (
    SELECT 1 FROM posting WHERE entry = NEW.id GROUP BY unit HAVING sum(debit) <> sum(credit));
  SELECT RAISE(ABORT, 'entry-has-too-few-lines')
    WHERE (SELECT count(*) FROM posting WHERE entry = NEW.id) < 2;
  SELECT RAISE(ABORT, 'entry-mixes-memorandum') WHERE EXISTS (
    SELECT 1 FROM posting WHERE entry = NEW.id
      AND (account GLOB '9*') <> (NEW.journal = 'EX'));
  SELECT RAISE(ABORT, 'month-is-closed')
    WHERE NEW.date <= (SELECT max(last_day) FROM closing);
  SELECT RAISE(ABORT, 'date-is-outside-fiscal-years') WHERE NOT EXISTS (
    SELECT 1 FROM fiscal_year
    WHERE first = NEW.fiscal_year AND NEW.date BETWEEN first AND last);
  SELECT RAISE(ABORT, 'number-is-not-next') WHERE NEW.number <> 1 + coalesce((
    SELECT max(number) FROM entry
    WHERE fiscal_year = NEW.fiscal_year AND series = NEW.series), 0);
END;
CREATE TRIGGER entry_counts AFTER UPDATE OF validated_at ON entry
WHEN OLD.validated_at IS NULL AND NEW.validated_at IS NOT NULL
BEGIN
  INSERT INTO month_total (account, month, debit, credit)
    SELECT account, substr(NEW.date, 1, 7), sum(debit), sum(credit)
    FROM posting WHERE entry = NEW.id GROUP BY account
  ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit;
END;

CREATE TRIGGER account_keeps_its_unit BEFORE UPDATE OF number, unit ON account
BEGIN SELECT RAISE(ABORT, 'account-is-append-only'); END;

CREATE TRIGGER closing_follows BEFORE INSERT ON closing
WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM closing), 0)
  OR NEW.last_day <= (SELECT max(last_day) FROM closing)
BEGIN SELECT RAISE(ABORT, 'closing-out-of-order'); END;

-- Closed months keep what they were reckoned from: readings, and every fact but the mere name of a
-- party.
CREATE TRIGGER meter_day_is_open BEFORE INSERT ON meter_day
WHEN NEW.day <= (SELECT max(last_day) FROM closing)
BEGIN SELECT RAISE(ABORT, 'days-are-closed'); END;
CREATE TRIGGER fact_is_open BEFORE INSERT ON fact
WHEN NEW.kind <> 'party' AND NEW.valid_from <= (SELECT max(last_day) FROM closing)
BEGIN SELECT RAISE(ABORT, 'fact-reaches-into-closed-months'); END;

CREATE TRIGGER leaf_stays BEFORE UPDATE ON leaf BEGIN SELECT RAISE(ABORT, 'leaf-is-append-only'); END;
CREATE TRIGGER leaf_is_kept BEFORE DELETE ON leaf BEGIN SELECT RAISE(ABORT, 'leaf-is-append-only'); END;

CREATE TRIGGER fact_stays BEFORE UPDATE ON fact BEGIN SELECT RAISE(ABORT, 'fact-is-append-only'); END;
CREATE TRIGGER fact_is_kept BEFORE DELETE ON fact BEGIN SELECT RAISE(ABORT, 'fact-is-append-only'); END;

CREATE TRIGGER member_stays BEFORE UPDATE ON member BEGIN SELECT RAISE(ABORT, 'member-is-append-only'); END;
CREATE TRIGGER member_is_kept BEFORE DELETE ON member BEGIN SELECT RAISE(ABORT, 'member-is-append-only'); END;

CREATE TRIGGER movement_stays BEFORE UPDATE ON movement BEGIN SELECT RAISE(ABORT, 'movement-is-append-only'); END;
CREATE TRIGGER movement_is_kept BEFORE DELETE ON movement BEGIN SELECT RAISE(ABORT, 'movement-is-append-only'); END;

CREATE TRIGGER source_file_stays BEFORE UPDATE ON source_file BEGIN SELECT RAISE(ABORT, 'source_file-is-append-only'); END;
CREATE TRIGGER source_file_is_kept BEFORE DELETE ON source_file BEGIN SELECT RAISE(ABORT, 'source_file-is-append-only'); END;

CREATE TRIGGER meter_day_stays BEFORE UPDATE ON meter_day BEGIN SELECT RAISE(ABORT, 'meter_day-is-append-only'); END;
CREATE TRIGGER meter_day_is_kept BEFORE DELETE ON meter_day BEGIN SELECT RAISE(ABORT, 'meter_day-is-append-only'); END;

CREATE TRIGGER closing_stays BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'closing-is-append-only'); END;
CREATE TRIGGER closing_is_kept BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'closing-is-append-only'); END;

CREATE TRIGGER residue_stays BEFORE UPDATE ON residue BEGIN SELECT RAISE(ABORT, 'residue-is-append-only'); END;
CREATE TRIGGER residue_is_kept BEFORE DELETE ON residue BEGIN SELECT RAISE(ABORT, 'residue-is-append-only'); END;

CREATE TRIGGER statement_stays BEFORE UPDATE ON statement BEGIN SELECT RAISE(ABORT, 'statement-is-append-only'); END;
CREATE TRIGGER statement_is_kept BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'statement-is-append-only'); END;

CREATE TRIGGER fiscal_year_stays BEFORE UPDATE ON fiscal_year BEGIN SELECT RAISE(ABORT, 'fiscal_year-is-append-only'); END;
CREATE TRIGGER fiscal_year_is_kept BEFORE DELETE ON fiscal_year BEGIN SELECT RAISE(ABORT, 'fiscal_year-is-append-only'); END;

-- "INSERT OR REPLACE" deletes the row in its way, by any of its keys, without asking the guards
-- above. What stays is therefore looked for first.
CREATE TRIGGER entry_is_not_replaced BEFORE INSERT ON entry WHEN EXISTS (
  SELECT 1 FROM entry WHERE validated_at IS NOT NULL AND (id = NEW.id OR key = NEW.key))
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;
CREATE TRIGGER entry_replaces_none BEFORE UPDATE ON entry WHEN EXISTS (
  SELECT 1 FROM entry WHERE validated_at IS NOT NULL AND id <> OLD.id
    AND (id = NEW.id OR key = NEW.key OR leaf = NEW.leaf))
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;

CREATE TRIGGER fact_is_not_replaced BEFORE INSERT ON fact
WHEN EXISTS (SELECT 1 FROM fact WHERE id = NEW.id OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'fact-is-append-only'); END;

CREATE TRIGGER member_is_not_replaced BEFORE INSERT ON member
WHEN EXISTS (SELECT 1 FROM member WHERE number = NEW.number OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'member-is-append-only'); END;

CREATE TRIGGER movement_is_not_replaced BEFORE INSERT ON movement
WHEN EXISTS (
  SELECT 1 FROM movement
  WHERE order_number = NEW.order_number OR reference = NEW.reference OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'movement-is-append-only'); END;

CREATE TRIGGER meter_day_is_not_replaced BEFORE INSERT ON meter_day
WHEN EXISTS (
  SELECT 1 FROM meter_day WHERE meter = NEW.meter AND day = NEW.day AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'meter_day-is-append-only'); END;

CREATE TRIGGER closing_is_not_replaced BEFORE INSERT ON closing
WHEN EXISTS (SELECT 1 FROM closing WHERE month = NEW.month OR digest = NEW.digest)
BEGIN SELECT RAISE(ABORT, 'closing-is-append-only'); END;

CREATE TRIGGER residue_is_not_replaced BEFORE INSERT ON residue
WHEN EXISTS (
  SELECT 1 FROM residue
  WHERE month = NEW.month AND division = NEW.division AND beneficiary = NEW.beneficiary)
BEGIN SELECT RAISE(ABORT, 'residue-is-append-only'); END;

CREATE TRIGGER statement_is_not_replaced BEFORE INSERT ON statement
WHEN EXISTS (
  SELECT 1 FROM statement
  WHERE month = NEW.month AND (member = NEW.member OR position = NEW.position)
    OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'statement-is-append-only'); END;

-- These are written again whenever they are met: what is there stays, and nobody is told.
CREATE TRIGGER account_is_not_replaced BEFORE INSERT ON account
WHEN EXISTS (SELECT 1 FROM account WHERE number = NEW.number)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER fiscal_year_is_not_replaced BEFORE INSERT ON fiscal_year
WHEN EXISTS (SELECT 1 FROM fiscal_year WHERE first = NEW.first OR last = NEW.last)
BEGIN SELECT RAISE(IGNORE); END;
CREATE TRIGGER source_file_is_not_replaced BEFORE INSERT ON source_file
WHEN EXISTS (SELECT 1 FROM source_file WHERE digest = NEW.digest)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER secret_stays BEFORE UPDATE ON secret BEGIN SELECT RAISE(ABORT, 'secret-is-append-only'); END;
CREATE TRIGGER secret_is_kept BEFORE DELETE ON secret BEGIN SELECT RAISE(ABORT, 'secret-is-append-only'); END;
CREATE TRIGGER secret_is_not_replaced BEFORE INSERT ON secret
WHEN EXISTS (SELECT 1 FROM secret WHERE name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'secret-is-append-only'); END;
"""#
  static let v0002_guards = #"""
-- The guards of version 2: entries are inserted sound, and stay.

CREATE TRIGGER leaf_in_order BEFORE INSERT ON leaf
WHEN NEW.position <> 1 + coalesce((SELECT position FROM leaf ORDER BY position DESC LIMIT 1), -1)
BEGIN SELECT RAISE(ROLLBACK, 'leaf-out-of-order'); END;
CREATE TRIGGER leaf_stays BEFORE UPDATE ON leaf
BEGIN SELECT RAISE(ABORT, 'leaf-is-append-only'); END;
CREATE TRIGGER leaf_is_kept BEFORE DELETE ON leaf
BEGIN SELECT RAISE(ABORT, 'leaf-is-append-only'); END;
CREATE TRIGGER posting_comes_first BEFORE INSERT ON posting
WHEN EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry)
BEGIN SELECT RAISE(ROLLBACK, 'validated-entry-is-immutable'); END;
CREATE TRIGGER posting_stays BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;
CREATE TRIGGER posting_is_kept BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;
CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'validated-entry-is-immutable'); END;

-- An entry takes no other's place; it is balanced in each unit, has two lines at least, memorandum
-- accounts in the memorandum journal and nowhere else, capital where the register looks for it, energy
-- that adds up; it is dated in its fiscal year and in an open month, and numbered on from the last.
-- The balances a book begins with count; those a later year opens with are only said again.
-- A reversal is the exact inverse of its entry, once, and is not reversed itself.
-- All of it is one trigger, for each costs a frame for each row.
-- The totals by month are no business of a guard: the program adds them up once a transaction.
CREATE TRIGGER entry_is_sound BEFORE INSERT ON entry
BEGIN
  SELECT RAISE(ROLLBACK, 'validated-entry-is-immutable')
    WHERE EXISTS (SELECT 1 FROM entry WHERE id = NEW.id)
      OR EXISTS (SELECT 1 FROM entry WHERE key = NEW.key);
  SELECT CASE
    WHEN count(*) < 2 THEN RAISE(ROLLBACK, 'entry-has-too-few-lines')
    WHEN count(*) <> NEW.lines THEN RAISE(ROLLBACK, 'entry-has-other-lines')
    WHEN sum(debit - credit) <> 0 THEN RAISE(ROLLBACK, 'entry-is-unbalanced')
    WHEN iif(NEW.journal = 'EX', min(account) < '900000', max(account) >= '900000')
      THEN RAISE(ROLLBACK, 'entry-mixes-memorandum')
    -- 101 is the first account of the chart.
    WHEN min(account) < '102000' AND NEW.journal <> 'PA' AND NEW.journal <> 'AN'
      THEN RAISE(ROLLBACK, 'capital-is-outside-its-journals')
    WHEN NEW.restates AND max(account) >= '600000'
      THEN RAISE(ROLLBACK, 'opening-restates-balances-only')
  END FROM posting WHERE entry = NEW.id;
  -- Only the memorandum has other units than cents.
  SELECT RAISE(ROLLBACK, 'entry-is-unbalanced') WHERE NEW.journal = 'EX' AND EXISTS (
    SELECT 1 FROM posting WHERE entry = NEW.id GROUP BY unit HAVING sum(debit - credit) <> 0);
  SELECT RAISE(ROLLBACK, 'energy-does-not-add-up') WHERE NEW.journal = 'EX' AND (
    SELECT sum(debit - credit) FROM posting
    WHERE entry = NEW.id AND account BETWEEN '911000' AND '914999') <> 0;
  SELECT RAISE(ROLLBACK, 'account-is-closed') FROM account INDEXED BY account_closed
    WHERE closed_from IS NOT NULL AND closed_from <= NEW.date
      AND EXISTS (SELECT 1 FROM posting WHERE entry = NEW.id AND account = account.number);
  SELECT RAISE(ROLLBACK, 'month-is-closed')
    WHERE NEW.date <= (SELECT last_day FROM closing ORDER BY month DESC LIMIT 1);
  SELECT RAISE(ROLLBACK, 'date-is-outside-fiscal-years') WHERE NOT EXISTS (
    SELECT 1 FROM fiscal_year
    WHERE first = NEW.fiscal_year AND NEW.date BETWEEN first AND last);
  SELECT RAISE(ROLLBACK, 'number-is-not-next') WHERE NEW.number <> 1 + coalesce((
    SELECT number FROM entry WHERE fiscal_year = NEW.fiscal_year AND series = NEW.series
    ORDER BY number DESC LIMIT 1), 0);
  SELECT RAISE(ROLLBACK, 'opening-is-written-by-the-year-end') WHERE NEW.journal = 'AN'
    AND NEW.restates <> (NEW.fiscal_year > (SELECT min(first) FROM fiscal_year));
  SELECT RAISE(ROLLBACK, 'entry-is-reversed-already') WHERE NEW.reverses IS NOT NULL
    AND EXISTS (SELECT 1 FROM entry WHERE reverses = NEW.reverses);
  SELECT RAISE(ROLLBACK, 'entry-is-a-reversal') WHERE NEW.reverses IS NOT NULL AND EXISTS (
    SELECT 1 FROM entry WHERE id = NEW.reverses AND reverses IS NOT NULL);
  SELECT RAISE(ROLLBACK, 'reversal-is-not-exact') WHERE NEW.reverses IS NOT NULL AND (
    EXISTS (
      SELECT line, account, debit, credit, auxiliary, site, contract
      FROM posting WHERE entry = NEW.id
      EXCEPT
      SELECT line, account, credit, debit, auxiliary, site, contract
      FROM posting WHERE entry = NEW.reverses)
    OR NEW.lines <> (SELECT lines FROM entry WHERE id = NEW.reverses));
END;

-- What an entry moves of the capital and of the shares is added to its day.
CREATE TRIGGER entry_moves_capital AFTER INSERT ON entry
WHEN (NEW.journal = 'PA' OR NEW.journal = 'EX' OR NEW.journal = 'AN') AND NOT NEW.restates
BEGIN
  INSERT INTO capital_day (date, cents, shares, nominal)
    SELECT NEW.date, 0, 0, (
      SELECT cents FROM nominal WHERE valid_from <= NEW.date ORDER BY valid_from DESC LIMIT 1)
    WHERE EXISTS (
      SELECT 1 FROM posting
      WHERE entry = NEW.id AND (account < '102000' OR account = '902000'))
  ON CONFLICT DO NOTHING;
  UPDATE capital_day SET
    cents = cents + coalesce((
      SELECT sum(credit - debit) FROM posting WHERE entry = NEW.id AND account < '102000'), 0),
    shares = shares + coalesce((
      SELECT sum(debit - credit) FROM posting WHERE entry = NEW.id AND account = '902000'), 0)
  WHERE date = NEW.date;
END;
CREATE TRIGGER never_is_empty BEFORE INSERT ON never
BEGIN SELECT RAISE(ABORT, 'capital-differs-from-register'); END;
CREATE TRIGGER never_stays_empty BEFORE UPDATE ON never
BEGIN SELECT RAISE(ABORT, 'capital-differs-from-register'); END;

-- An account keeps its number, unit and labels; it can be closed, once. Only the memorandum, class 9,
-- has other units than cents.
CREATE TRIGGER account_has_its_unit BEFORE INSERT ON account
WHEN NEW.number < '900000' AND NEW.unit <> 'cents'
BEGIN SELECT RAISE(ABORT, 'account-has-another-unit'); END;
DROP TRIGGER account_keeps_its_unit;
CREATE TRIGGER account_stays BEFORE UPDATE ON account
WHEN OLD.closed_from IS NOT NULL OR NEW.closed_from IS NULL OR NEW.number <> OLD.number
  OR NEW.unit <> OLD.unit OR NEW.label_fr <> OLD.label_fr OR NEW.label_en <> OLD.label_en
BEGIN SELECT RAISE(ABORT, 'account-is-append-only'); END;
CREATE TRIGGER account_is_kept BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'account-is-append-only'); END;

-- A letter joins lines of one account and one auxiliary.
CREATE TRIGGER lettered_belongs BEFORE INSERT ON lettered
WHEN NOT EXISTS (
  SELECT 1 FROM posting JOIN lettering ON lettering.id = NEW.lettering
  WHERE posting.entry = NEW.entry AND posting.line = NEW.line
    AND posting.account = lettering.account
    AND coalesce(posting.auxiliary, '') = lettering.auxiliary)
BEGIN SELECT RAISE(ABORT, 'letter-mixes-accounts'); END;
CREATE TRIGGER lettered_stays BEFORE UPDATE ON lettered
BEGIN SELECT RAISE(ABORT, 'letter-mixes-accounts'); END;
CREATE TRIGGER lettering_stays BEFORE UPDATE ON lettering
BEGIN SELECT RAISE(ABORT, 'letter-mixes-accounts'); END;

CREATE TRIGGER voucher_file_stays BEFORE UPDATE ON voucher_file BEGIN SELECT RAISE(ABORT, 'voucher_file-is-append-only'); END;
CREATE TRIGGER voucher_file_is_kept BEFORE DELETE ON voucher_file BEGIN SELECT RAISE(ABORT, 'voucher_file-is-append-only'); END;
CREATE TRIGGER voucher_file_is_not_replaced BEFORE INSERT ON voucher_file
WHEN EXISTS (SELECT 1 FROM voucher_file WHERE digest = NEW.digest)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER attachment_stays BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment-is-append-only'); END;
CREATE TRIGGER attachment_is_kept BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment-is-append-only'); END;
CREATE TRIGGER attachment_is_not_replaced BEFORE INSERT ON attachment
WHEN EXISTS (
  SELECT 1 FROM attachment WHERE entry = NEW.entry AND digest = NEW.digest OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'attachment-is-append-only'); END;

CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'event-is-append-only'); END;
CREATE TRIGGER event_is_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'event-is-append-only'); END;
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = NEW.id OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'event-is-append-only'); END;

-- A year closes after its last month, and before the first month of the next.
CREATE TRIGGER year_closing_follows BEFORE INSERT ON year_closing
WHEN coalesce((SELECT max(last_day) FROM closing), '')
  < (SELECT last FROM fiscal_year WHERE first = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'year-is-open'); END;
CREATE TRIGGER closing_waits_for_the_year BEFORE INSERT ON closing
WHEN EXISTS (
  SELECT 1 FROM fiscal_year WHERE last < NEW.month || '-01'
    AND NOT EXISTS (SELECT 1 FROM year_closing WHERE fiscal_year = fiscal_year.first))
BEGIN SELECT RAISE(ABORT, 'year-before-is-open'); END;
CREATE TRIGGER year_closing_stays BEFORE UPDATE ON year_closing BEGIN SELECT RAISE(ABORT, 'year_closing-is-append-only'); END;
CREATE TRIGGER year_closing_is_kept BEFORE DELETE ON year_closing BEGIN SELECT RAISE(ABORT, 'year_closing-is-append-only'); END;
CREATE TRIGGER year_closing_is_not_replaced BEFORE INSERT ON year_closing
WHEN EXISTS (
  SELECT 1 FROM year_closing WHERE fiscal_year = NEW.fiscal_year OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'year_closing-is-append-only'); END;

CREATE TRIGGER appropriation_stays BEFORE UPDATE ON appropriation BEGIN SELECT RAISE(ABORT, 'appropriation-is-append-only'); END;
CREATE TRIGGER appropriation_is_kept BEFORE DELETE ON appropriation BEGIN SELECT RAISE(ABORT, 'appropriation-is-append-only'); END;
CREATE TRIGGER appropriation_is_not_replaced BEFORE INSERT ON appropriation
WHEN EXISTS (
  SELECT 1 FROM appropriation
  WHERE fiscal_year = NEW.fiscal_year AND kind = NEW.kind AND sequence = NEW.sequence
    OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'appropriation-is-append-only'); END;

CREATE TRIGGER nominal_stays BEFORE UPDATE ON nominal BEGIN SELECT RAISE(ABORT, 'nominal-is-append-only'); END;
CREATE TRIGGER nominal_is_kept BEFORE DELETE ON nominal BEGIN SELECT RAISE(ABORT, 'nominal-is-append-only'); END;
CREATE TRIGGER nominal_is_not_replaced BEFORE INSERT ON nominal
WHEN EXISTS (SELECT 1 FROM nominal WHERE valid_from = NEW.valid_from)
BEGIN SELECT RAISE(ABORT, 'nominal-is-append-only'); END;
"""#
  static let v0002_ledger = #"""
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
"""#
  static let v0003_colleges = #"""
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
"""#
  static let v0003_ledger = #"""
-- The book, version 3: the ledger.
-- The latest instant anything was recorded with. A clock that steps back does not take the book with it:
-- what was known on an earlier day stays what it was.
ALTER TABLE frontier ADD COLUMN latest INTEGER NOT NULL DEFAULT 0;
UPDATE frontier SET latest = max(
  coalesce((SELECT max(recorded_at) FROM entry), 0), coalesce((SELECT max(recorded_at) FROM movement), 0),
  coalesce((SELECT max(recorded_at) FROM fact), 0), coalesce((SELECT max(recorded_at) FROM member), 0));
"""#
  static let v0003_parties = #"""
-- The book, version 3: people, what they are to the cooperative, and what is told to nobody.
-- The log knows numbers and salted commitments. What tells of a person stands in tables that an
-- erasure empties: identity, sealed_detail, relation_identity.

-- Who a member is, version by version; the first comes with the member, the others below.
CREATE TABLE identity_3 (
  member  TEXT NOT NULL REFERENCES member (number),
  version INTEGER NOT NULL CHECK (version > 0),
  salt    BLOB NOT NULL CHECK (length(salt) = 32),
  body    TEXT NOT NULL CHECK (body GLOB '{*}'),
  PRIMARY KEY (member, version)
) STRICT, WITHOUT ROWID;
INSERT INTO identity_3 SELECT member, 1, salt, body FROM identity;
DROP TABLE identity;
ALTER TABLE identity_3 RENAME TO identity;

CREATE TABLE identity_version (
  member      TEXT NOT NULL REFERENCES member (number),
  version     INTEGER NOT NULL CHECK (version > 1),
  valid_from  TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
  commitment  BLOB NOT NULL CHECK (length(commitment) = 32),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position),
  PRIMARY KEY (member, version)
) STRICT, WITHOUT ROWID;

-- Accounts and births, closed for the privacy key; the body of the version names their digests.
CREATE TABLE sealed_detail (
  member  TEXT NOT NULL,
  version INTEGER NOT NULL,
  field   TEXT NOT NULL CHECK (field IN ('account', 'birth')),
  box     BLOB NOT NULL CHECK (length(box) > 56),
  PRIMARY KEY (member, version, field),
  FOREIGN KEY (member, version) REFERENCES identity (member, version)
) STRICT, WITHOUT ROWID;

-- What somebody is to a holder: representative, usufructuary, payer. A row with an earlier first day
-- and the same other is replaced by the later row; nothing is edited.
CREATE TABLE relation (
  id          INTEGER PRIMARY KEY,
  member      TEXT NOT NULL REFERENCES member (number),
  kind        TEXT NOT NULL CHECK (kind IN (
    'legal-representative', 'representative', 'joint-holder', 'common-representative',
    'usufructuary', 'payer', 'payee')),
  person      TEXT REFERENCES member (number),
  commitment  BLOB CHECK (length(commitment) = 32),
  valid_from  TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
  valid_until TEXT CHECK (valid_until GLOB '????-??-??' AND valid_until >= valid_from),
  ends        INTEGER REFERENCES relation (id),
  recorded_at INTEGER NOT NULL,
  leaf        INTEGER NOT NULL UNIQUE REFERENCES leaf (position),
  CHECK ((person IS NULL) = (commitment IS NOT NULL)),
  CHECK (person IS NULL OR person <> member)
) STRICT;
CREATE INDEX relation_of_member ON relation (member, id);
CREATE INDEX relation_by_person ON relation (person) WHERE person IS NOT NULL;
CREATE UNIQUE INDEX relation_ended_once ON relation (ends) WHERE ends IS NOT NULL;
CREATE TABLE relation_identity (
  relation INTEGER PRIMARY KEY REFERENCES relation (id),
  salt     BLOB NOT NULL CHECK (length(salt) = 32),
  body     TEXT NOT NULL CHECK (body GLOB '{*}')
) STRICT;

-- Members whose identity is gone for good; number and commitments stay.
CREATE TABLE erasure (
  member    TEXT PRIMARY KEY REFERENCES member (number),
  erased_at INTEGER NOT NULL,
  reason    TEXT NOT NULL,
  leaf      INTEGER NOT NULL UNIQUE REFERENCES leaf (position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER setting_stays BEFORE UPDATE ON setting BEGIN SELECT RAISE(ABORT, 'setting-is-append-only'); END;
CREATE TRIGGER setting_is_kept BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, 'setting-is-append-only'); END;
CREATE TRIGGER setting_is_not_replaced BEFORE INSERT ON setting
WHEN EXISTS (SELECT 1 FROM setting WHERE name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'setting-is-append-only'); END;

CREATE TRIGGER identity_version_stays BEFORE UPDATE ON identity_version BEGIN SELECT RAISE(ABORT, 'identity_version-is-append-only'); END;
CREATE TRIGGER identity_version_is_kept BEFORE DELETE ON identity_version BEGIN SELECT RAISE(ABORT, 'identity_version-is-append-only'); END;
CREATE TRIGGER identity_version_is_not_replaced BEFORE INSERT ON identity_version
WHEN EXISTS (
  SELECT 1 FROM identity_version
  WHERE member = NEW.member AND version = NEW.version OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'identity_version-is-append-only'); END;

CREATE TRIGGER relation_stays BEFORE UPDATE ON relation BEGIN SELECT RAISE(ABORT, 'relation-is-append-only'); END;
CREATE TRIGGER relation_is_kept BEFORE DELETE ON relation BEGIN SELECT RAISE(ABORT, 'relation-is-append-only'); END;
CREATE TRIGGER relation_is_not_replaced BEFORE INSERT ON relation
WHEN EXISTS (
  SELECT 1 FROM relation WHERE id = NEW.id OR leaf = NEW.leaf
    OR ends = NEW.ends AND NEW.ends IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'relation-is-append-only'); END;

CREATE TRIGGER erasure_stays BEFORE UPDATE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure-is-append-only'); END;
CREATE TRIGGER erasure_is_kept BEFORE DELETE ON erasure BEGIN SELECT RAISE(ABORT, 'erasure-is-append-only'); END;
CREATE TRIGGER erasure_is_not_replaced BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE member = NEW.member OR leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'erasure-is-append-only'); END;

-- What tells of a person is written once, and deleted by an erasure alone.
CREATE TRIGGER identity_stays BEFORE UPDATE ON identity BEGIN SELECT RAISE(ABORT, 'identity-is-append-only'); END;
CREATE TRIGGER identity_is_kept BEFORE DELETE ON identity
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE member = OLD.member)
BEGIN SELECT RAISE(ABORT, 'identity-is-append-only'); END;
CREATE TRIGGER identity_is_not_replaced BEFORE INSERT ON identity
WHEN EXISTS (SELECT 1 FROM identity WHERE member = NEW.member AND version = NEW.version)
  OR EXISTS (SELECT 1 FROM erasure WHERE member = NEW.member)
BEGIN SELECT RAISE(ABORT, 'identity-is-append-only'); END;
CREATE TRIGGER sealed_detail_stays BEFORE UPDATE ON sealed_detail BEGIN SELECT RAISE(ABORT, 'sealed_detail-is-append-only'); END;
CREATE TRIGGER sealed_detail_is_kept BEFORE DELETE ON sealed_detail
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE member = OLD.member)
BEGIN SELECT RAISE(ABORT, 'sealed_detail-is-append-only'); END;
CREATE TRIGGER sealed_detail_is_not_replaced BEFORE INSERT ON sealed_detail
WHEN EXISTS (
  SELECT 1 FROM sealed_detail
  WHERE member = NEW.member AND version = NEW.version AND field = NEW.field)
BEGIN SELECT RAISE(ABORT, 'sealed_detail-is-append-only'); END;
CREATE TRIGGER relation_identity_stays BEFORE UPDATE ON relation_identity BEGIN SELECT RAISE(ABORT, 'relation_identity-is-append-only'); END;
CREATE TRIGGER relation_identity_is_kept BEFORE DELETE ON relation_identity
WHEN NOT EXISTS (
  SELECT 1 FROM erasure JOIN relation ON relation.member = erasure.member
  WHERE relation.id = OLD.relation)
BEGIN SELECT RAISE(ABORT, 'relation_identity-is-append-only'); END;
CREATE TRIGGER relation_identity_is_not_replaced BEFORE INSERT ON relation_identity
WHEN EXISTS (SELECT 1 FROM relation_identity WHERE relation = NEW.relation)
BEGIN SELECT RAISE(ABORT, 'relation_identity-is-append-only'); END;
"""#
  static let v0003_payments = #"""
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
"""#
  static let v0003_production = #"""
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
"""#
  static let v0003_shares = #"""
-- The book, version 3: the share register.
-- A movement says when holdings show it and how many shares it moves then; a payment in parts, a call
-- or a repayment may move none. What is left out of a row is what version 2 took for granted.
CREATE TABLE movement_3 (
  order_number  INTEGER PRIMARY KEY CHECK (order_number > 0),
  reference     TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  date          TEXT NOT NULL CHECK (date BETWEEN '0001-01-01' AND '9999-12-31'),
  kind          TEXT NOT NULL CHECK (
    kind = 'subscription' OR kind = 'transfer' OR kind = 'withdrawal' OR kind = 'payment'
    OR kind = 'call' OR kind = 'repayment' OR kind = 'gift' OR kind = 'inheritance'
    OR kind = 'exclusion' OR kind = 'death' OR kind = 'opening'),
  member        TEXT NOT NULL REFERENCES member (number) DEFERRABLE INITIALLY DEFERRED,
  counterparty  TEXT REFERENCES member (number) DEFERRABLE INITIALLY DEFERRED,
  shares        INTEGER NOT NULL CHECK (shares >= 0),
  amount_cents  INTEGER NOT NULL CHECK (amount_cents >= 0),
  effective     TEXT CHECK (effective >= date),
  moved         INTEGER NOT NULL CHECK (moved >= 0),
  premium_cents INTEGER NOT NULL DEFAULT 0 CHECK (premium_cents >= 0),
  price_cents   INTEGER NOT NULL DEFAULT 0 CHECK (price_cents >= 0),
  due           TEXT CHECK (due >= date),
  approved      TEXT,
  subject       INTEGER REFERENCES movement_3 (order_number) CHECK (subject < order_number),
  corrects      INTEGER NOT NULL DEFAULT 0 CHECK (corrects = 0 OR corrects = 1 AND subject IS NOT NULL),
  reason        TEXT CHECK (reason <> ''),
  recorded_at   INTEGER NOT NULL,
  leaf          INTEGER NOT NULL UNIQUE REFERENCES leaf (position) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((effective IS NULL) = (moved = 0)),
  CHECK ((kind = 'transfer' OR kind = 'gift' OR kind = 'inheritance')
    = (counterparty IS NOT NULL)),
  CHECK ((kind = 'payment' OR kind = 'call' OR kind = 'repayment') <= (subject IS NOT NULL))
) STRICT;
INSERT INTO movement_3 (order_number, reference, date, kind, member, counterparty, shares,
    amount_cents, effective, moved, price_cents, recorded_at, leaf)
  SELECT order_number, reference, date, kind, member, counterparty, shares, amount_cents,
    iif(kind = 'transfer', date(date, '+1 day'), date), shares,
    iif(kind = 'withdrawal', amount_cents, 0), recorded_at, leaf
  FROM movement;
DROP TABLE movement;
ALTER TABLE movement_3 RENAME TO movement;
CREATE INDEX movement_by_subject ON movement (subject) WHERE subject IS NOT NULL;
-- All that a register of a day is added up from, and nothing else: a fifth of the pages.
CREATE INDEX movement_by_effect
  ON movement (effective, recorded_at, member, counterparty, moved, kind) WHERE moved > 0;

-- The tranches a movement took, each by the order number of its subscription. Where none is written
-- the oldest went first.
CREATE TABLE movement_lot (
  movement INTEGER NOT NULL REFERENCES movement (order_number) DEFERRABLE INITIALLY DEFERRED,
  lot      INTEGER NOT NULL REFERENCES movement (order_number),
  shares   INTEGER NOT NULL CHECK (shares > 0),
  PRIMARY KEY (movement, lot)
) STRICT, WITHOUT ROWID;

-- Order numbers are one series without a gap; tranches come before the movement that took them, and
-- make up its shares.
CREATE TRIGGER movement_is_sound BEFORE INSERT ON movement
BEGIN
  SELECT RAISE(ROLLBACK, 'movement-is-append-only') WHERE EXISTS (
      SELECT 1 FROM movement WHERE order_number = NEW.order_number)
    OR EXISTS (SELECT 1 FROM movement WHERE reference = NEW.reference)
    OR EXISTS (SELECT 1 FROM movement WHERE leaf = NEW.leaf);
  SELECT RAISE(ROLLBACK, 'order-number-is-not-next') WHERE NEW.order_number <> 1 + coalesce((
    SELECT order_number FROM movement ORDER BY order_number DESC LIMIT 1), 0);
  SELECT RAISE(ROLLBACK, 'tranches-are-not-the-shares')
    WHERE NEW.moved <> coalesce((
      SELECT sum(shares) FROM movement_lot WHERE movement = NEW.order_number), NEW.moved);
END;
CREATE TRIGGER movement_stays BEFORE UPDATE ON movement
BEGIN SELECT RAISE(ABORT, 'movement-is-append-only'); END;
CREATE TRIGGER movement_is_kept BEFORE DELETE ON movement
BEGIN SELECT RAISE(ABORT, 'movement-is-append-only'); END;
CREATE TRIGGER movement_lot_comes_first BEFORE INSERT ON movement_lot
WHEN EXISTS (SELECT 1 FROM movement WHERE order_number = NEW.movement)
  OR EXISTS (SELECT 1 FROM movement_lot WHERE movement = NEW.movement AND lot = NEW.lot)
BEGIN SELECT RAISE(ABORT, 'movement_lot-is-append-only'); END;
CREATE TRIGGER movement_lot_stays BEFORE UPDATE ON movement_lot
BEGIN SELECT RAISE(ABORT, 'movement_lot-is-append-only'); END;
CREATE TRIGGER movement_lot_is_kept BEFORE DELETE ON movement_lot
BEGIN SELECT RAISE(ABORT, 'movement_lot-is-append-only'); END;
"""#
  static let v0004_agreements = #"""
-- Version 4. What the cooperative is bound by: sites, conventions, plants, due dates.

-- Who somebody is and how a roof came to be move no amount: they may be told late.
DROP TRIGGER fact_is_open;
CREATE TRIGGER fact_is_open BEFORE INSERT ON fact
WHEN NEW.kind <> 'party' AND NEW.kind <> 'roof'
  AND NEW.valid_from <= (SELECT max(last_day) FROM closing)
BEGIN SELECT RAISE(ABORT, 'fact-reaches-into-closed-months'); END;
"""#
  static let v0004_allocation = #"""
-- Version 4. What is shared, by which rules.
"""#
  static let v0004_bank = #"""
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
"""#
  static let v0004_sales = #"""
-- Version 4. What the buyer owes: purchase contracts, invoices, accruals trued up.

-- An invoice taken in: what it says, and how it trues up what was accrued. It counts until its entry is
-- reversed; then the same number may come again.
CREATE TABLE invoice (
  leaf        INTEGER PRIMARY KEY REFERENCES leaf (position),
  kind        TEXT NOT NULL CHECK (kind = 'sale' OR kind = 'purchase'),
  party       TEXT NOT NULL CHECK (party <> ''),
  number      TEXT NOT NULL CHECK (number <> ''),
  issued_on   TEXT NOT NULL CHECK (issued_on GLOB '????-??-??'),
  contract    TEXT,
  first       TEXT CHECK (first GLOB '????-??-??'),
  last        TEXT CHECK (last GLOB '????-??-??'),
  body        TEXT NOT NULL CHECK (body GLOB '{*}'),
  file        BLOB NOT NULL CHECK (length(file) = 32),
  entry       INTEGER NOT NULL UNIQUE REFERENCES entry (id),
  recorded_at INTEGER NOT NULL,
  CHECK ((first IS NULL) = (last IS NULL)),
  CHECK (first IS NULL OR first <= last)
) STRICT;
CREATE INDEX invoice_by_number ON invoice (kind, party, number);
CREATE INDEX invoice_by_contract ON invoice (contract, first);

CREATE TRIGGER invoice_is_sound BEFORE INSERT ON invoice
BEGIN
  SELECT RAISE(ABORT, 'invoice-is-append-only') WHERE EXISTS (
    SELECT 1 FROM invoice WHERE leaf = NEW.leaf OR entry = NEW.entry);
  SELECT RAISE(ABORT, 'invoice-is-known') WHERE EXISTS (
    SELECT 1 FROM invoice
    WHERE kind = NEW.kind AND party = NEW.party AND number = NEW.number
      AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.reverses = invoice.entry));
END;
CREATE TRIGGER invoice_stays BEFORE UPDATE ON invoice BEGIN SELECT RAISE(ABORT, 'invoice-is-append-only'); END;
CREATE TRIGGER invoice_is_kept BEFORE DELETE ON invoice BEGIN SELECT RAISE(ABORT, 'invoice-is-append-only'); END;

-- The VAT of a period, declared: what was collected, what is deducted, what is asked back or carried on.
CREATE TABLE vat_return (
  leaf        INTEGER PRIMARY KEY REFERENCES leaf (position),
  first       TEXT NOT NULL CHECK (first GLOB '????-??-??'),
  last        TEXT NOT NULL CHECK (last GLOB '????-??-??'),
  body        TEXT NOT NULL CHECK (body GLOB '{*}'),
  entry       INTEGER NOT NULL UNIQUE REFERENCES entry (id),
  recorded_at INTEGER NOT NULL,
  CHECK (first <= last)
) STRICT;

-- No day is declared twice, unless the first return was reversed.
CREATE TRIGGER vat_return_is_sound BEFORE INSERT ON vat_return
BEGIN
  SELECT RAISE(ABORT, 'vat_return-is-append-only') WHERE EXISTS (
    SELECT 1 FROM vat_return WHERE leaf = NEW.leaf OR entry = NEW.entry);
  SELECT RAISE(ABORT, 'vat-is-declared') WHERE EXISTS (
    SELECT 1 FROM vat_return WHERE NEW.first <= last AND first <= NEW.last
      AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.reverses = vat_return.entry));
END;
CREATE TRIGGER vat_return_stays BEFORE UPDATE ON vat_return BEGIN SELECT RAISE(ABORT, 'vat_return-is-append-only'); END;
CREATE TRIGGER vat_return_is_kept BEFORE DELETE ON vat_return BEGIN SELECT RAISE(ABORT, 'vat_return-is-append-only'); END;
"""#
  static let v0004_sealing = #"""
-- Version 4. What was signed, when, and by which key.
"""#
  static let v0004_store = #"""
-- Version 4. How the book keeps itself.
-- One question a key: asked as one, they read every statement of the book for each new one.
DROP TRIGGER statement_is_not_replaced;
CREATE TRIGGER statement_is_not_replaced BEFORE INSERT ON statement
WHEN EXISTS (SELECT 1 FROM statement WHERE month = NEW.month AND member = NEW.member)
  OR EXISTS (SELECT 1 FROM statement WHERE month = NEW.month AND position = NEW.position)
  OR EXISTS (SELECT 1 FROM statement WHERE leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'statement-is-append-only'); END;
"""#
}
