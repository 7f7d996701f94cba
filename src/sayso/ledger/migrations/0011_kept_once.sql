-- What is told twice is kept once. What stories were taken from holds their text, which is kept as well: it is compressed
-- with that as zlib's dictionary from here on.
ALTER TABLE raw ADD COLUMN by_text INTEGER NOT NULL DEFAULT 0 CHECK (by_text IN (0, 1));

-- A source speaks more than once in a text: it is a row of its own, by the number of the first attribution to it, and
-- `resolution` tells all of each attribution as it did.
CREATE TABLE source (
    id INTEGER PRIMARY KEY REFERENCES attribution (id),
    name TEXT,
    kind TEXT NOT NULL,
    role TEXT,
    affiliation TEXT,
    side TEXT,
    met_by TEXT,
    identity TEXT NOT NULL,
    identity_name TEXT,
    identity_reason TEXT NOT NULL,
    identity_score REAL NOT NULL CHECK (identity_score BETWEEN 0 AND 1),
    search_name TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id)
) STRICT;

CREATE TABLE spoken_by (
    attribution INTEGER PRIMARY KEY REFERENCES attribution (id),
    source INTEGER NOT NULL REFERENCES source (id),
    named_in TEXT NOT NULL,
    reason TEXT NOT NULL,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1)
) STRICT;

INSERT INTO source
SELECT
    min(attribution), name, kind, role, affiliation, side, met_by, identity, identity_name, identity_reason,
    identity_score, search_name, resolution.run
FROM resolution
JOIN attribution ON attribution.id = resolution.attribution
GROUP BY revision, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13;

INSERT INTO spoken_by
SELECT
    resolution.attribution,
    min(resolution.attribution) OVER (
        PARTITION BY
            revision, name, kind, role, affiliation, side, met_by, identity, identity_name, identity_reason,
            identity_score, search_name, resolution.run
    ),
    named_in,
    reason,
    resolution.score
FROM resolution
JOIN attribution ON attribution.id = resolution.attribution;

DROP TABLE resolution;

CREATE INDEX source_identity ON source (identity);
CREATE INDEX spoken_by_source ON spoken_by (source);

CREATE VIEW resolution AS
SELECT
    spoken_by.attribution AS attribution,
    source.name AS name,
    source.kind AS kind,
    source.role AS role,
    source.affiliation AS affiliation,
    source.side AS side,
    source.met_by AS met_by,
    spoken_by.named_in AS named_in,
    spoken_by.reason AS reason,
    spoken_by.score AS score,
    source.identity AS identity,
    source.identity_name AS identity_name,
    source.identity_reason AS identity_reason,
    source.identity_score AS identity_score,
    source.search_name AS search_name,
    source.run AS run
FROM spoken_by
JOIN source ON source.id = spoken_by.source;

DROP VIEW graded_attribution;

CREATE VIEW graded_attribution AS
SELECT
    attribution.*,
    source.name AS source_name,
    source.kind AS source_kind,
    source.role AS source_role,
    source.affiliation AS affiliation,
    source.side AS side,
    source.met_by AS met_by,
    spoken_by.named_in AS named_in,
    spoken_by.reason AS source_reason,
    spoken_by.score AS source_score,
    source.identity AS identity,
    source.identity_name AS identity_name,
    source.identity_reason AS identity_reason,
    source.identity_score AS identity_score,
    grade.certainty AS certainty,
    grade.polarity AS polarity,
    grade.evidence AS evidence,
    grade.denied AS denied,
    grade.negated AS negated,
    grade.via AS via,
    grade.clauses AS clauses,
    grade.grounds AS grounds,
    grade.score AS certainty_score,
    grade.factuality AS factuality
FROM attribution
LEFT JOIN spoken_by ON spoken_by.attribution = attribution.id
LEFT JOIN source ON source.id = spoken_by.source
LEFT JOIN grade ON grade.attribution = attribution.id;

-- Names are looked up, never ranked: how long each is need not be known (columnsize = 0).
DROP TABLE resolution_fts;

CREATE VIRTUAL TABLE resolution_fts USING fts5 (
    search_name,
    content = 'resolution', content_rowid = 'attribution', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
);

INSERT INTO resolution_fts (resolution_fts) VALUES ('rebuild');

DROP TABLE attribution_source_fts;

CREATE VIRTUAL TABLE attribution_source_fts USING fts5 (
    source,
    content = 'attribution', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
);

INSERT INTO attribution_source_fts (attribution_source_fts) VALUES ('rebuild');

CREATE TRIGGER spoken_by_inserted AFTER INSERT ON spoken_by BEGIN
    INSERT INTO resolution_fts (rowid, search_name)
    SELECT new.attribution, search_name FROM source WHERE id = new.source;
END;

CREATE TRIGGER spoken_by_deleted AFTER DELETE ON spoken_by BEGIN
    INSERT INTO resolution_fts (resolution_fts, rowid, search_name)
    SELECT 'delete', old.attribution, search_name FROM source WHERE id = old.source;
END;

CREATE TRIGGER source_updated AFTER UPDATE OF search_name ON source BEGIN
    INSERT INTO resolution_fts (resolution_fts, rowid, search_name)
    SELECT 'delete', attribution, old.search_name FROM spoken_by WHERE source = old.id;
    INSERT INTO resolution_fts (rowid, search_name)
    SELECT attribution, new.search_name FROM spoken_by WHERE source = new.id;
END;
