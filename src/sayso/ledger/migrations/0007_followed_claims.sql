-- Claims that somebody follows, and what each rested on when it was last looked at. The newest row on a claim counts.
CREATE TABLE following (
    id INTEGER PRIMARY KEY,
    claim TEXT NOT NULL,
    act TEXT NOT NULL CHECK (act IN ('follow', 'look', 'stop')),
    standing TEXT NOT NULL,
    reports INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    origins_least INTEGER NOT NULL,
    origins_most INTEGER NOT NULL,
    names TEXT NOT NULL,
    newest_revision INTEGER NOT NULL,
    newest_judgement INTEGER NOT NULL,
    looked_at TEXT NOT NULL,
    who TEXT NOT NULL,
    done_at TEXT NOT NULL
) STRICT;

CREATE INDEX following_claim ON following (claim);

CREATE TRIGGER following_kept BEFORE UPDATE ON following BEGIN
    SELECT raise(ABORT, 'what is followed is told by newer rows, never changed');
END;

CREATE TRIGGER following_not_deleted BEFORE DELETE ON following BEGIN
    SELECT raise(ABORT, 'what is followed is told by newer rows, never deleted');
END;
