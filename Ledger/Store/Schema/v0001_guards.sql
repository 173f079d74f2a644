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
