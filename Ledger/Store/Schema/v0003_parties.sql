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
