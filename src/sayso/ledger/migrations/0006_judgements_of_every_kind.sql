-- Judgements on words of stories, and which way round two stories stand: the old table took pairs of keys in the order
-- of the alphabet only. What newer judgements supersede is told from a row's kind and contents (sayso.ledger.judgements).
DROP TRIGGER judgement_kept;

DROP TRIGGER judgement_not_deleted;

DROP INDEX judgement_pair;

ALTER TABLE judgement RENAME TO judgement_of_sources;

CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    words TEXT NOT NULL,
    name TEXT NOT NULL,
    verdict TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT,
    judged_at TEXT NOT NULL,
    CHECK (kind <> 'same source' OR one < other)
) STRICT;

INSERT INTO judgement (id, kind, one, other, words, name, verdict, who, why, judged_at)
SELECT id, kind, one, other, '', '', verdict, who, why, judged_at FROM judgement_of_sources;

DROP TABLE judgement_of_sources;

CREATE INDEX judgement_kind ON judgement (kind, one);

CREATE TRIGGER judgement_kept BEFORE UPDATE ON judgement BEGIN
    SELECT raise(ABORT, 'a judgement is superseded by a newer one, never changed');
END;

CREATE TRIGGER judgement_not_deleted BEFORE DELETE ON judgement BEGIN
    SELECT raise(ABORT, 'a judgement is superseded by a newer one, never deleted');
END;
