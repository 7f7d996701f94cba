-- Who it really was, how sure they are and through whom it came: a row of each for every attribution that has been
-- resolved and graded. Attributions of older ledgers have none until their story is read again.

CREATE TABLE resolution (
    attribution INTEGER PRIMARY KEY REFERENCES attribution (id),
    name TEXT,
    kind TEXT NOT NULL,
    role TEXT,
    affiliation TEXT,
    side TEXT,
    met_by TEXT,
    named_in TEXT NOT NULL,
    reason TEXT NOT NULL,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    identity TEXT NOT NULL,
    identity_name TEXT,
    identity_reason TEXT NOT NULL,
    identity_score REAL NOT NULL CHECK (identity_score BETWEEN 0 AND 1),
    search_name TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id)
) STRICT;

CREATE INDEX resolution_identity ON resolution (identity);

CREATE TABLE grade (
    attribution INTEGER PRIMARY KEY REFERENCES attribution (id),
    certainty TEXT NOT NULL,
    polarity TEXT NOT NULL,
    evidence TEXT NOT NULL,
    denied INTEGER NOT NULL CHECK (denied IN (0, 1)),
    negated INTEGER NOT NULL CHECK (negated IN (0, 1)),
    via TEXT NOT NULL,
    clauses TEXT NOT NULL,
    grounds TEXT NOT NULL,
    score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
    factuality REAL,
    run INTEGER NOT NULL REFERENCES run (id)
) STRICT;

-- What an analyst decided. Rows are only ever added: the newest one on a pair counts.
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    verdict TEXT NOT NULL,
    who TEXT NOT NULL,
    why TEXT,
    judged_at TEXT NOT NULL,
    CHECK (one < other)
) STRICT;

CREATE INDEX judgement_pair ON judgement (kind, one, other);

CREATE TRIGGER judgement_kept BEFORE UPDATE ON judgement BEGIN
    SELECT raise(ABORT, 'a judgement is superseded by a newer one, never changed');
END;

CREATE TRIGGER judgement_not_deleted BEFORE DELETE ON judgement BEGIN
    SELECT raise(ABORT, 'a judgement is superseded by a newer one, never deleted');
END;

DROP VIEW statement;

CREATE VIEW graded_attribution AS
SELECT
    attribution.*,
    resolution.name AS source_name,
    resolution.kind AS source_kind,
    resolution.role AS source_role,
    resolution.affiliation AS affiliation,
    resolution.side AS side,
    resolution.met_by AS met_by,
    resolution.named_in AS named_in,
    resolution.reason AS source_reason,
    resolution.score AS source_score,
    resolution.identity AS identity,
    resolution.identity_name AS identity_name,
    resolution.identity_reason AS identity_reason,
    resolution.identity_score AS identity_score,
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
LEFT JOIN resolution ON resolution.attribution = attribution.id
LEFT JOIN grade ON grade.attribution = attribution.id;

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

-- Names as they are looked for: in one script and one spelling ("zelensky" for Zelenskyy and for Зеленський).
CREATE VIRTUAL TABLE resolution_fts USING fts5 (
    search_name,
    content = 'resolution', content_rowid = 'attribution', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER resolution_inserted AFTER INSERT ON resolution BEGIN
    INSERT INTO resolution_fts (rowid, search_name) VALUES (new.attribution, new.search_name);
END;

CREATE TRIGGER resolution_deleted AFTER DELETE ON resolution BEGIN
    INSERT INTO resolution_fts (resolution_fts, rowid, search_name)
    VALUES ('delete', old.attribution, old.search_name);
END;

CREATE TRIGGER resolution_updated AFTER UPDATE ON resolution BEGIN
    INSERT INTO resolution_fts (resolution_fts, rowid, search_name)
    VALUES ('delete', old.attribution, old.search_name);
    INSERT INTO resolution_fts (rowid, search_name) VALUES (new.attribution, new.search_name);
END;
