-- Version 4. How the book keeps itself.
-- One question a key: asked as one, they read every statement of the book for each new one.
DROP TRIGGER statement_is_not_replaced;
CREATE TRIGGER statement_is_not_replaced BEFORE INSERT ON statement
WHEN EXISTS (SELECT 1 FROM statement WHERE month = NEW.month AND member = NEW.member)
  OR EXISTS (SELECT 1 FROM statement WHERE month = NEW.month AND position = NEW.position)
  OR EXISTS (SELECT 1 FROM statement WHERE leaf = NEW.leaf)
BEGIN SELECT RAISE(ABORT, 'statement-is-append-only'); END;
