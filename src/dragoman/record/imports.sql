-- Event data that others made, version 3 of the record: rows without a text behind them.
--
-- Run after resolution.sql in a new dossier, and alone over a dossier of version 2. It only adds tables.
--
-- Rules
--   * No row here has evidence: it is kept apart from events and threads, and shown only as what it is.
--   * The bytes of an imported file are not kept, only their hash; importing the same bytes again writes nothing.
--   * The rows of one import have consecutive numbers (first_row to last_row), and go together.

-- One imported file.
CREATE TABLE imports (
    number    INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,     -- by which people remove it: the file's name, with ~2 where that is taken
    file      TEXT NOT NULL,            -- the path as given
    sha256    TEXT NOT NULL UNIQUE,
    reader    TEXT NOT NULL,            -- hash over format, map and reader: the same bytes read otherwise come in anew
    map       TEXT NOT NULL,            -- dragoman or plover2021
    kept      INTEGER NOT NULL,         -- rows that became events
    repeated  INTEGER NOT NULL,         -- rows that an earlier import had under the same id
    rejected  INTEGER NOT NULL,         -- rows that could not be read
    dropped   TEXT NOT NULL,            -- JSON object: why sound rows were left out, and how many
    first_row INTEGER NOT NULL,
    last_row  INTEGER NOT NULL,         -- first_row - 1 where no row was kept
    run       TEXT NOT NULL REFERENCES runs (id)
);

-- One event as somebody else's data has it; every field is explained at model/relation.py.
CREATE TABLE imported_events (
    number           INTEGER PRIMARY KEY,
    source           TEXT NOT NULL,     -- name of the data set
    key              TEXT NOT NULL,     -- its own id there, '' if it has none
    day              TEXT NOT NULL,     -- ISO
    actor            TEXT NOT NULL,
    recipient        TEXT NOT NULL,
    type             TEXT NOT NULL,
    mode             TEXT NOT NULL,
    cameo            TEXT NOT NULL,
    actor_sector     TEXT NOT NULL,
    recipient_sector TEXT NOT NULL,
    score            REAL               -- that the row itself brings
);
CREATE INDEX imported_events_by_pair ON imported_events (actor, recipient, day);
CREATE UNIQUE INDEX imported_events_by_key ON imported_events (source, key) WHERE key <> '';

-- Sums of the events above, by month: made with each import, and gone with it.
CREATE TABLE imported_months (
    actor     TEXT NOT NULL,
    recipient TEXT NOT NULL,
    month     TEXT NOT NULL,            -- 'YYYY-MM'
    type      TEXT NOT NULL,
    mode      TEXT NOT NULL,
    cameo     TEXT NOT NULL,
    official  INTEGER NOT NULL,         -- 1 where both sides act officially: government, forces, parliament, services, IGO
    source    TEXT NOT NULL,
    import    INTEGER NOT NULL REFERENCES imports (number),
    events    INTEGER NOT NULL,
    scored    INTEGER NOT NULL,         -- of them bring a score
    score_sum REAL NOT NULL,
    PRIMARY KEY (actor, recipient, month, type, mode, cameo, official, source, import)
) WITHOUT ROWID;

PRAGMA user_version = 3;
