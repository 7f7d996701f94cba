-- Numbers stand for what many rows have in common, and the words of statements are read from their texts: a story takes
-- much less.

-- How a statement is made: each combination once. Without a certainty where an older version graded nothing.
CREATE TABLE manner (
    id INTEGER PRIMARY KEY,
    speech TEXT NOT NULL,
    certainty TEXT,
    polarity TEXT,
    evidence TEXT,
    denied INTEGER CHECK (denied IN (0, 1)),
    negated INTEGER CHECK (negated IN (0, 1))
) STRICT;

INSERT INTO manner (speech, certainty, polarity, evidence, denied, negated)
SELECT DISTINCT speech, certainty, polarity, evidence, denied, negated
FROM attribution
LEFT JOIN grade ON grade.attribution = attribution.id;

CREATE INDEX manner_alike ON manner (speech, certainty, polarity, evidence, denied, negated);

-- By which rule a source was resolved, and how surely: each once.
CREATE TABLE rule (
    id INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    UNIQUE (reason, score)
) STRICT;

INSERT INTO rule (reason, score) SELECT DISTINCT reason, score FROM spoken_by;

-- Through whom statements came: each way once a text, by the number of the first statement that came by it.
CREATE TABLE route (
    id INTEGER PRIMARY KEY,
    via TEXT NOT NULL
) STRICT;

INSERT INTO route
SELECT min(attribution), via
FROM grade
JOIN attribution ON attribution.id = grade.attribution
GROUP BY revision, via;

-- A source that many texts have alike is one row.
DROP VIEW statement;

DROP VIEW graded_attribution;

DROP VIEW resolution;

DROP TRIGGER spoken_by_inserted;

DROP TRIGGER spoken_by_deleted;

DROP TRIGGER source_updated;

DROP INDEX source_identity;

ALTER TABLE source RENAME TO source_of_text;

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
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

INSERT INTO source
SELECT
    min(id), name, kind, role, affiliation, side, met_by, identity, identity_name, identity_reason, identity_score,
    search_name, run
FROM source_of_text
GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;

CREATE INDEX source_identity ON source (identity, name);

CREATE TABLE kept_attribution (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL REFERENCES revision (id),
    ordinal INTEGER NOT NULL,
    source_spans TEXT NOT NULL,
    cue_spans TEXT NOT NULL,
    content_spans TEXT NOT NULL,
    words_crc32 INTEGER NOT NULL,
    manner INTEGER NOT NULL REFERENCES manner (id),
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    source INTEGER REFERENCES source (id),
    named_in TEXT,
    rule INTEGER REFERENCES rule (id),
    route INTEGER,
    clauses TEXT,
    grounds TEXT,
    certainty_score REAL CHECK (certainty_score BETWEEN 0 AND 1),
    factuality REAL,
    run INTEGER NOT NULL REFERENCES run (id),
    UNIQUE (revision, ordinal)
) STRICT;

CREATE TEMP TABLE alike AS
SELECT
    id,
    min(id) OVER (
        PARTITION BY
            name, kind, role, affiliation, side, met_by, identity, identity_name, identity_reason, identity_score,
            search_name
    ) AS first
FROM source_of_text;

CREATE UNIQUE INDEX temp.alike_id ON alike (id);

INSERT INTO kept_attribution
SELECT
    attribution.id,
    attribution.revision,
    attribution.ordinal,
    replace(source_spans, ' ', ''),
    replace(cue_spans, ' ', ''),
    replace(content_spans, ' ', ''),
    words_crc32(attribution.source, cue, content),
    manner.id,
    attribution.score,
    alike.first,
    replace(nullif(named_in, source_spans), ' ', ''),
    rule.id,
    CASE
        WHEN via IS NOT NULL THEN min(attribution.id) OVER (PARTITION BY attribution.revision, via)
    END,
    clauses,
    grounds,
    grade.score,
    factuality,
    attribution.run
FROM attribution
LEFT JOIN grade ON grade.attribution = attribution.id
LEFT JOIN spoken_by ON spoken_by.attribution = attribution.id
LEFT JOIN temp.alike ON alike.id = spoken_by.source
LEFT JOIN rule ON rule.reason = spoken_by.reason AND rule.score = spoken_by.score
JOIN manner ON (
    manner.speech = attribution.speech
    AND manner.certainty IS grade.certainty
    AND manner.polarity IS grade.polarity
    AND manner.evidence IS grade.evidence
    AND manner.denied IS grade.denied
    AND manner.negated IS grade.negated
);

DROP TABLE temp.alike;

DROP TABLE spoken_by;

DROP TABLE source_of_text;

DROP TABLE grade;

DROP TABLE attribution_fts;

DROP TABLE attribution_source_fts;

DROP TABLE resolution_fts;

DROP TABLE revision_fts;

DROP TABLE attribution;

CREATE INDEX kept_attribution_source ON kept_attribution (source);

-- The words of a statement: those at its spans, without signs that no one sees (soft hyphens); none where a span is
-- damaged. One span is the rule, and sooner cut without recursion; json_each is not to be had where an index reads
-- its table. Datasette's search box goes by `rowid`.
CREATE VIEW attribution AS
SELECT
    kept_attribution.id AS id,
    revision,
    ordinal,
    (
        SELECT replace(replace(replace(replace(
            CASE json_array_length(source_spans)
                WHEN 1 THEN substr(
                    text,
                    json_extract(source_spans, '$[0][0]') + 1,
                    json_extract(source_spans, '$[0][1]') - json_extract(source_spans, '$[0][0]')
                )
                ELSE (
                    WITH RECURSIVE part (at, words) AS (
                        SELECT 0, ''
                        UNION ALL
                        SELECT at + 1, words || iif(at, ' … ', '') || substr(
                            text,
                            json_extract(source_spans, '$[' || at || '][0]') + 1,
                            json_extract(source_spans, '$[' || at || '][1]')
                            - json_extract(source_spans, '$[' || at || '][0]')
                        )
                        FROM part WHERE at < json_array_length(source_spans)
                    )
                    SELECT words FROM part ORDER BY at DESC LIMIT 1
                )
            END,
            char(0xad), ''), char(0x200b), ''), char(0x2060), ''), char(0xfeff), '')
        FROM revision WHERE revision.id = kept_attribution.revision AND json_valid(source_spans)
    ) AS source,
    (
        SELECT replace(replace(replace(replace(
            CASE json_array_length(cue_spans)
                WHEN 1 THEN substr(
                    text,
                    json_extract(cue_spans, '$[0][0]') + 1,
                    json_extract(cue_spans, '$[0][1]') - json_extract(cue_spans, '$[0][0]')
                )
                ELSE (
                    WITH RECURSIVE part (at, words) AS (
                        SELECT 0, ''
                        UNION ALL
                        SELECT at + 1, words || iif(at, ' … ', '') || substr(
                            text,
                            json_extract(cue_spans, '$[' || at || '][0]') + 1,
                            json_extract(cue_spans, '$[' || at || '][1]')
                            - json_extract(cue_spans, '$[' || at || '][0]')
                        )
                        FROM part WHERE at < json_array_length(cue_spans)
                    )
                    SELECT words FROM part ORDER BY at DESC LIMIT 1
                )
            END,
            char(0xad), ''), char(0x200b), ''), char(0x2060), ''), char(0xfeff), '')
        FROM revision WHERE revision.id = kept_attribution.revision AND json_valid(cue_spans)
    ) AS cue,
    (
        SELECT replace(replace(replace(replace(
            CASE json_array_length(content_spans)
                WHEN 1 THEN substr(
                    text,
                    json_extract(content_spans, '$[0][0]') + 1,
                    json_extract(content_spans, '$[0][1]') - json_extract(content_spans, '$[0][0]')
                )
                ELSE (
                    WITH RECURSIVE part (at, words) AS (
                        SELECT 0, ''
                        UNION ALL
                        SELECT at + 1, words || iif(at, ' … ', '') || substr(
                            text,
                            json_extract(content_spans, '$[' || at || '][0]') + 1,
                            json_extract(content_spans, '$[' || at || '][1]')
                            - json_extract(content_spans, '$[' || at || '][0]')
                        )
                        FROM part WHERE at < json_array_length(content_spans)
                    )
                    SELECT words FROM part ORDER BY at DESC LIMIT 1
                )
            END,
            char(0xad), ''), char(0x200b), ''), char(0x2060), ''), char(0xfeff), '')
        FROM revision WHERE revision.id = kept_attribution.revision AND json_valid(content_spans)
    ) AS content,
    source_spans,
    cue_spans,
    content_spans,
    speech,
    score,
    run,
    kept_attribution.id AS rowid
FROM kept_attribution
JOIN manner ON manner.id = kept_attribution.manner;

CREATE VIEW grade AS
SELECT
    kept_attribution.id AS attribution,
    certainty,
    polarity,
    evidence,
    denied,
    negated,
    via,
    clauses,
    grounds,
    certainty_score AS score,
    factuality,
    run
FROM kept_attribution
JOIN manner ON manner.id = kept_attribution.manner
LEFT JOIN route ON route.id = kept_attribution.route
WHERE certainty IS NOT NULL;

CREATE VIEW spoken_by AS
SELECT
    kept_attribution.id AS attribution,
    kept_attribution.source AS source,
    coalesce(named_in, source_spans) AS named_in,
    rule.reason AS reason,
    rule.score AS score
FROM kept_attribution
LEFT JOIN rule ON rule.id = kept_attribution.rule
WHERE kept_attribution.source IS NOT NULL;

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

CREATE VIEW graded_attribution AS
SELECT
    attribution.id AS id,
    attribution.revision AS revision,
    attribution.ordinal AS ordinal,
    attribution.source AS source,
    attribution.cue AS cue,
    attribution.content AS content,
    attribution.source_spans AS source_spans,
    attribution.cue_spans AS cue_spans,
    attribution.content_spans AS content_spans,
    attribution.speech AS speech,
    attribution.score AS score,
    attribution.run AS run,
    source.name AS source_name,
    source.kind AS source_kind,
    source.role AS source_role,
    source.affiliation AS affiliation,
    source.side AS side,
    source.met_by AS met_by,
    CASE WHEN source.id IS NOT NULL THEN coalesce(kept_attribution.named_in, kept_attribution.source_spans) END
        AS named_in,
    rule.reason AS source_reason,
    rule.score AS source_score,
    source.identity AS identity,
    source.identity_name AS identity_name,
    source.identity_reason AS identity_reason,
    source.identity_score AS identity_score,
    manner.certainty AS certainty,
    manner.polarity AS polarity,
    manner.evidence AS evidence,
    manner.denied AS denied,
    manner.negated AS negated,
    route.via AS via,
    kept_attribution.clauses AS clauses,
    kept_attribution.grounds AS grounds,
    kept_attribution.certainty_score AS certainty_score,
    kept_attribution.factuality AS factuality
FROM attribution
JOIN kept_attribution ON kept_attribution.id = attribution.id
JOIN manner ON manner.id = kept_attribution.manner
LEFT JOIN source ON source.id = kept_attribution.source
LEFT JOIN rule ON rule.id = kept_attribution.rule
LEFT JOIN route ON route.id = kept_attribution.route;

CREATE VIEW statement AS
SELECT
    graded_attribution.id AS id,
    revision.story AS story,
    revision.number AS revision,
    revision.title AS title,
    revision.outlet AS outlet,
    revision.published AS published,
    revision.modified AS modified,
    coalesce(revision.canonical_url, revision.url) AS url,
    revision.note AS note,
    graded_attribution.ordinal AS ordinal,
    graded_attribution.source AS source,
    graded_attribution.cue AS cue,
    graded_attribution.content AS content,
    graded_attribution.source_spans AS source_spans,
    graded_attribution.cue_spans AS cue_spans,
    graded_attribution.content_spans AS content_spans,
    graded_attribution.speech AS speech,
    graded_attribution.score AS score,
    graded_attribution.source_name AS source_name,
    graded_attribution.source_kind AS source_kind,
    graded_attribution.source_role AS source_role,
    graded_attribution.affiliation AS affiliation,
    graded_attribution.side AS side,
    graded_attribution.met_by AS met_by,
    graded_attribution.named_in AS named_in,
    graded_attribution.source_reason AS source_reason,
    graded_attribution.source_score AS source_score,
    graded_attribution.identity AS identity,
    graded_attribution.identity_name AS identity_name,
    graded_attribution.identity_reason AS identity_reason,
    graded_attribution.identity_score AS identity_score,
    graded_attribution.certainty AS certainty,
    graded_attribution.polarity AS polarity,
    graded_attribution.evidence AS evidence,
    graded_attribution.denied AS denied,
    graded_attribution.negated AS negated,
    graded_attribution.via AS via,
    graded_attribution.clauses AS clauses,
    graded_attribution.grounds AS grounds,
    graded_attribution.certainty_score AS certainty_score,
    graded_attribution.factuality AS factuality
FROM graded_attribution
JOIN revision ON revision.id = graded_attribution.revision
WHERE NOT EXISTS (
    SELECT 1 FROM revision AS later WHERE later.story = revision.story AND later.number > revision.number
);

-- A word that stands in the first column of an index takes two bytes less each time: the longer column goes first.
CREATE VIRTUAL TABLE attribution_fts USING fts5 (
    content, source,
    content="attribution", content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO attribution_fts (attribution_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE attribution_source_fts USING fts5 (
    source,
    content = 'attribution', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
);

INSERT INTO attribution_source_fts (attribution_source_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE revision_fts USING fts5 (
    text, title,
    content="revision", content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO revision_fts (revision_fts, rank) VALUES ('automerge', 8);

INSERT INTO revision_fts (revision_fts) VALUES ('rebuild');

CREATE VIRTUAL TABLE source_fts USING fts5 (
    search_name,
    content = 'source', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0
);

INSERT INTO source_fts (source_fts) VALUES ('rebuild');

CREATE TRIGGER kept_attribution_inserted AFTER INSERT ON kept_attribution BEGIN
    INSERT INTO attribution_fts (rowid, source, content) SELECT id, source, content FROM attribution WHERE id = new.id;
    INSERT INTO attribution_source_fts (rowid, source) SELECT id, source FROM attribution WHERE id = new.id;
END;

CREATE TRIGGER kept_attribution_deleted BEFORE DELETE ON kept_attribution BEGIN
    INSERT INTO attribution_fts (attribution_fts, rowid, source, content)
    SELECT 'delete', id, source, content FROM attribution WHERE id = old.id;
    INSERT INTO attribution_source_fts (attribution_source_fts, rowid, source)
    SELECT 'delete', id, source FROM attribution WHERE id = old.id;
END;

CREATE TRIGGER source_inserted AFTER INSERT ON source BEGIN
    INSERT INTO source_fts (rowid, search_name) VALUES (new.id, new.search_name);
END;

CREATE TRIGGER source_deleted AFTER DELETE ON source BEGIN
    INSERT INTO source_fts (source_fts, rowid, search_name) VALUES ('delete', old.id, old.search_name);
END;

CREATE TRIGGER source_updated AFTER UPDATE OF search_name ON source BEGIN
    INSERT INTO source_fts (source_fts, rowid, search_name) VALUES ('delete', old.id, old.search_name);
    INSERT INTO source_fts (rowid, search_name) VALUES (new.id, new.search_name);
END;

-- Of each fingerprint the 40 bits are kept by which it is found; they are made anew from the texts.
DELETE FROM fingerprint;
