-- Feeds that are watched, each with what its next poll needs to know.
CREATE TABLE feed (
    address TEXT PRIMARY KEY,
    title TEXT,
    etag TEXT,
    last_modified TEXT,
    interval_seconds REAL NOT NULL,
    stated_seconds REAL NOT NULL,
    next_at TEXT NOT NULL,
    polled_at TEXT,
    failures INTEGER NOT NULL,
    problem TEXT
) STRICT;

-- Their entries, so that none is read twice: those that wait for their page, were read, or could not be.
CREATE TABLE feed_entry (
    id INTEGER PRIMARY KEY,
    feed TEXT NOT NULL REFERENCES feed (address),
    guid TEXT NOT NULL,
    address TEXT NOT NULL,
    link TEXT,
    host TEXT NOT NULL,
    published TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'read', 'refused')),
    tries INTEGER NOT NULL,
    next_at TEXT,
    problem TEXT,
    seen_at TEXT NOT NULL,
    UNIQUE (feed, guid)
) STRICT;

CREATE INDEX feed_entry_address ON feed_entry (address);
CREATE INDEX feed_entry_waiting ON feed_entry (host, next_at) WHERE state = 'waiting';
CREATE INDEX feed_entry_seen ON feed_entry (seen_at);

-- What the hosts ask of programs: their robots.txt, and until when they want to be left alone.
CREATE TABLE feed_host (
    host TEXT PRIMARY KEY,
    robots TEXT,
    robots_at TEXT,
    rest_until TEXT
) STRICT;

-- What was told of claims that are followed; without a message only what they rested on when watching began.
CREATE TABLE telling (
    id INTEGER PRIMARY KEY,
    claim TEXT NOT NULL,
    seen TEXT NOT NULL,
    message TEXT,
    told_at TEXT NOT NULL
) STRICT;

CREATE INDEX telling_claim ON telling (claim);

-- To whom each is to be told, and when it was.
CREATE TABLE delivery (
    telling INTEGER NOT NULL REFERENCES telling (id),
    channel TEXT NOT NULL,
    delivered_at TEXT,
    tries INTEGER NOT NULL,
    next_at TEXT NOT NULL,
    problem TEXT,
    PRIMARY KEY (telling, channel)
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_pending ON delivery (channel, telling) WHERE delivered_at IS NULL;
