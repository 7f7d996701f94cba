-- Stories that were forgotten: that they were held, never what they told.
CREATE TABLE forgotten (
    id INTEGER PRIMARY KEY,
    story TEXT NOT NULL,
    texts TEXT NOT NULL,
    raws TEXT NOT NULL,
    newest_revision INTEGER NOT NULL,
    who TEXT NOT NULL,
    why TEXT,
    forgotten_at TEXT NOT NULL
) STRICT;

CREATE INDEX forgotten_story ON forgotten (story);

CREATE TRIGGER forgotten_kept BEFORE UPDATE ON forgotten BEGIN
    SELECT raise(ABORT, 'that a story was forgotten is never changed');
END;

CREATE TRIGGER forgotten_not_deleted BEFORE DELETE ON forgotten BEGIN
    SELECT raise(ABORT, 'that a story was forgotten is never deleted');
END;

-- Which bytes no story uses any more.
CREATE INDEX revision_raw_sha256 ON revision (raw_sha256);

-- A decision on a story that was forgotten loses the words of it, and nothing else.
DROP TRIGGER judgement_kept;

CREATE TRIGGER judgement_kept BEFORE UPDATE ON judgement
WHEN new.words <> ''
    OR old.one NOT IN (SELECT story FROM forgotten)
    OR (new.id, new.kind, new.one, new.other, new.name, new.verdict, new.who, new.why, new.judged_at)
    IS NOT (old.id, old.kind, old.one, old.other, old.name, old.verdict, old.who, old.why, old.judged_at)
BEGIN
    SELECT raise(ABORT, 'a judgement is superseded by a newer one, never changed');
END;
