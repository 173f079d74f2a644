-- Version 4. What the cooperative is bound by: sites, conventions, plants, due dates.

-- Who somebody is and how a roof came to be move no amount: they may be told late.
DROP TRIGGER fact_is_open;
CREATE TRIGGER fact_is_open BEFORE INSERT ON fact
WHEN NEW.kind <> 'party' AND NEW.kind <> 'roof'
  AND NEW.valid_from <= (SELECT max(last_day) FROM closing)
BEGIN SELECT RAISE(ABORT, 'fact-reaches-into-closed-months'); END;
