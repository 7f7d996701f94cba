-- What the text of each revision has in common with others is found by its fingerprints (sayso.reuse). They can be made
-- anew from the texts at any time.
CREATE TABLE fingerprint (
    revision INTEGER PRIMARY KEY REFERENCES revision (id),
    words INTEGER NOT NULL CHECK (words >= 0),
    hashes BLOB NOT NULL
) STRICT;

CREATE INDEX revision_text_sha256 ON revision (text_sha256);
