-- Each story is a transaction, and each leaves a small segment in the full-text index. By default SQLite merges these by
-- fours, so that every word is written about ten times in a ledger of a million stories; by eights, seven times.
INSERT INTO revision_fts (revision_fts, rank) VALUES ('automerge', 8);
