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
