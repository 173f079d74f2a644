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
