-- The first schema: stories with their revisions, and who said what in each.
-- 0x53415953 is "SAYS": it tells a ledger from any other SQLite file.
PRAGMA application_id = 0x53415953;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    code_version TEXT NOT NULL,
    model TEXT NOT NULL,
    parameters TEXT NOT NULL,
    UNIQUE (started_at, code_version, model, parameters)
) STRICT;

CREATE TABLE raw (
    sha256 TEXT PRIMARY KEY,
    compressed BLOB NOT NULL,
    size_bytes INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id)
) STRICT;

CREATE TABLE story (
    id TEXT PRIMARY KEY,
    address TEXT UNIQUE,
    run INTEGER NOT NULL REFERENCES run (id)
) STRICT;

CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    story TEXT NOT NULL REFERENCES story (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    title TEXT,
    text TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    outlet TEXT,
    agency TEXT,
    byline TEXT,
    published TEXT,
    modified TEXT,
    url TEXT,
    canonical_url TEXT,
    language TEXT,
    encoding TEXT,
    note TEXT,
    raw_sha256 TEXT REFERENCES raw (sha256),
    unread TEXT,
    added_at TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    UNIQUE (story, number),
    UNIQUE (story, text_sha256)
) STRICT;

CREATE INDEX revision_url ON revision (url);
CREATE INDEX revision_canonical_url ON revision (canonical_url);

CREATE TABLE mark (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision (id),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    span TEXT NOT NULL,
    reason TEXT NOT NULL,
    details TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    UNIQUE (revision, ordinal)
) STRICT;

CREATE TABLE attribution (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision (id),
    ordinal INTEGER NOT NULL,
    source TEXT NOT NULL,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    source_spans TEXT NOT NULL,
    cue_spans TEXT NOT NULL,
    content_spans TEXT NOT NULL,
    speech TEXT NOT NULL,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    run INTEGER NOT NULL REFERENCES run (id),
    UNIQUE (revision, ordinal)
) STRICT;

CREATE VIEW statement AS
SELECT
    attribution.id AS id,
    revision.story AS story,
    revision.number AS revision,
    revision.title AS title,
    revision.outlet AS outlet,
    revision.published AS published,
    revision.modified AS modified,
    coalesce(revision.canonical_url, revision.url) AS url,
    revision.note AS note,
    attribution.ordinal AS ordinal,
    attribution.source AS source,
    attribution.cue AS cue,
    attribution.content AS content,
    attribution.source_spans AS source_spans,
    attribution.cue_spans AS cue_spans,
    attribution.content_spans AS content_spans,
    attribution.speech AS speech,
    attribution.score AS score
FROM attribution
JOIN revision ON revision.id = attribution.revision
WHERE NOT EXISTS (
    SELECT 1 FROM revision AS later WHERE later.story = revision.story AND later.number > revision.number
);

-- Words are found by their stem here ("soldiers" finds "soldier"). Datasette gives a table a search box by the index
-- that names it in exactly this form: content="attribution".
CREATE VIRTUAL TABLE attribution_fts USING fts5 (
    source, content,
    content="attribution", content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

-- A name is never stemmed: "Wells" must not find "Well".
CREATE VIRTUAL TABLE attribution_source_fts USING fts5 (
    source,
    content = 'attribution', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE revision_fts USING fts5 (
    title, text,
    content="revision", content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER attribution_inserted AFTER INSERT ON attribution BEGIN
    INSERT INTO attribution_fts (rowid, source, content) VALUES (new.id, new.source, new.content);
    INSERT INTO attribution_source_fts (rowid, source) VALUES (new.id, new.source);
END;

CREATE TRIGGER attribution_deleted AFTER DELETE ON attribution BEGIN
    INSERT INTO attribution_fts (attribution_fts, rowid, source, content)
    VALUES ('delete', old.id, old.source, old.content);
    INSERT INTO attribution_source_fts (attribution_source_fts, rowid, source) VALUES ('delete', old.id, old.source);
END;

CREATE TRIGGER attribution_updated AFTER UPDATE ON attribution BEGIN
    INSERT INTO attribution_fts (attribution_fts, rowid, source, content)
    VALUES ('delete', old.id, old.source, old.content);
    INSERT INTO attribution_source_fts (attribution_source_fts, rowid, source) VALUES ('delete', old.id, old.source);
    INSERT INTO attribution_fts (rowid, source, content) VALUES (new.id, new.source, new.content);
    INSERT INTO attribution_source_fts (rowid, source) VALUES (new.id, new.source);
END;

CREATE TRIGGER revision_inserted AFTER INSERT ON revision BEGIN
    INSERT INTO revision_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

CREATE TRIGGER revision_deleted AFTER DELETE ON revision BEGIN
    INSERT INTO revision_fts (revision_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;

CREATE TRIGGER revision_updated AFTER UPDATE ON revision BEGIN
    INSERT INTO revision_fts (revision_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO revision_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
