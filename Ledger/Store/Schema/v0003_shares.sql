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
