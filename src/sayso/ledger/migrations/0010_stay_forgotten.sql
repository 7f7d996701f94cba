-- By what a forgotten story is known when it comes again: the SHA-256 of its texts, its bytes and its addresses.
CREATE TABLE forgotten_print (
    sha256 TEXT NOT NULL,
    forgotten INTEGER NOT NULL REFERENCES forgotten (id),
    PRIMARY KEY (sha256, forgotten)
) STRICT, WITHOUT ROWID;

-- Those that were taken in again before this step, which nothing kept from it, stay; addresses were not kept.
INSERT OR IGNORE INTO forgotten_print (sha256, forgotten)
SELECT value, forgotten.id FROM forgotten, json_each(texts) WHERE story NOT IN (SELECT id FROM story)
UNION
SELECT value, forgotten.id FROM forgotten, json_each(raws)
WHERE story NOT IN (SELECT id FROM story) AND value NOT IN (SELECT sha256 FROM raw);

-- Those that may be taken in again, by whose decision.
CREATE TABLE let_back (
    forgotten INTEGER PRIMARY KEY REFERENCES forgotten (id),
    who TEXT NOT NULL,
    why TEXT,
    let_back_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER let_back_kept BEFORE UPDATE ON let_back BEGIN
    SELECT raise(ABORT, 'that a story was let back is never changed');
END;

CREATE TRIGGER let_back_not_deleted BEFORE DELETE ON let_back BEGIN
    SELECT raise(ABORT, 'that a story was let back is never deleted');
END;
