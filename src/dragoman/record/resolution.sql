-- What holds across documents, version 2 of the record: reprint families, threads, contradictions, predictions.
--
-- Run after schema.sql in a new dossier, and alone over a dossier of version 1. All of it is derived from the record and
-- can be deleted: the next `read` makes it again.
--
-- Rules
--   * Every row goes with the document or event that it rests on (ON DELETE CASCADE). What that leaves half done is noted
--     in the three lists at the end, and the next `read` does it: families and threads are never mended, only made anew.
--   * Tables that are long, and read by the program only, name events and documents by their `number`; the others by id.

-- What version 2 adds to statements: 1 where the words say what will, may or is likely to come about; EDTF when or by
-- when, '' if the words give no hold; and how sure they are of it.
ALTER TABLE statements ADD COLUMN foretells INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statements ADD COLUMN horizon TEXT NOT NULL DEFAULT '';
ALTER TABLE statements ADD COLUMN certainty TEXT NOT NULL DEFAULT ''
    CHECK (certainty IN ('', 'will', 'likely', 'may', 'unlikely', 'will not'));

-- The days of publication without the texts beside them.
CREATE INDEX documents_by_day ON documents (published_first, id);

-- Documents that have been compared with all others: only these are part of what follows.
CREATE TABLE resolved (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    version  TEXT NOT NULL,             -- hash over the versions of the steps that resolve
    run      TEXT NOT NULL REFERENCES runs (id)
) WITHOUT ROWID;

-- Outlets that a document credits: "first published in X", "LONDON (X) -", "X reported".
CREATE TABLE credits (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    place    INTEGER NOT NULL,
    outlet   TEXT NOT NULL,
    kind     TEXT NOT NULL,             -- first, line, told
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL,
    agency   INTEGER NOT NULL,
    PRIMARY KEY (document, place)
) WITHOUT ROWID;

-- Under which keys a document is filed: only documents that share one are compared.
CREATE TABLE fingerprints (
    key      NOT NULL,                  -- a number of shared text, or words of a retelling
    place    REAL NOT NULL,             -- day of publication, and a fraction of a day from the id
    document INTEGER NOT NULL REFERENCES documents (number) ON DELETE CASCADE,
    PRIMARY KEY (key, place, document)
) WITHOUT ROWID;
CREATE INDEX fingerprints_by_document ON fingerprints (document);

-- Text that two documents share.
CREATE TABLE overlaps (
    a       TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    b       TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL CHECK (kind IN ('copy', 'partial', 'update', 'retelling', 'quotation', 'boilerplate')),
    share_a REAL NOT NULL,              -- part of a's body words that stand in b
    share_b REAL NOT NULL,
    reason  TEXT NOT NULL,
    run     TEXT NOT NULL REFERENCES runs (id),
    step    TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (a, b),
    CHECK (a < b)
) WITHOUT ROWID;
CREATE INDEX overlaps_by_b ON overlaps (b);

-- Documents that carry one text, whole or in part.
CREATE TABLE families (
    id       TEXT PRIMARY KEY,          -- 'f-' and 16 hex digits
    original TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    reason   TEXT NOT NULL,             -- why that one is taken for the original
    run      TEXT NOT NULL REFERENCES runs (id),
    step     TEXT NOT NULL,
    version  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX families_by_original ON families (original);
CREATE TABLE family_documents (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    family   TEXT NOT NULL REFERENCES families (id) ON DELETE CASCADE,
    place    INTEGER NOT NULL           -- 0 for the likely original, the others by date
) WITHOUT ROWID;
CREATE INDEX family_documents_by_family ON family_documents (family, place);

-- Under which keys an event is filed: only events that share one are compared.
CREATE TABLE event_keys (
    key   TEXT NOT NULL,
    place REAL NOT NULL,                -- day of the event, and a fraction of a day from the id
    event INTEGER NOT NULL REFERENCES events (number) ON DELETE CASCADE,
    PRIMARY KEY (key, place, event)
) WITHOUT ROWID;
CREATE INDEX event_keys_by_event ON event_keys (event);

-- How much speaks for two records telling one event, or against it; what speaks strongly against it has no row.
CREATE TABLE event_links (
    a      INTEGER NOT NULL REFERENCES events (number) ON DELETE CASCADE,
    b      INTEGER NOT NULL REFERENCES events (number) ON DELETE CASCADE,
    weight REAL NOT NULL,
    PRIMARY KEY (a, b),
    CHECK (a < b)
) WITHOUT ROWID;
CREATE INDEX event_links_by_b ON event_links (b);

-- One event of the world with all its tellings.
CREATE TABLE threads (
    id         TEXT PRIMARY KEY,        -- 't-' and 16 hex digits
    type       TEXT NOT NULL,
    date       TEXT NOT NULL,           -- the best supported; likewise place and people
    date_first TEXT,
    date_last  TEXT,
    place      TEXT NOT NULL,
    people     TEXT NOT NULL,           -- JSON array
    standing   TEXT NOT NULL,           -- 'planned' becomes 'lapsed' when it is asked for, by the day that is asked about
    reason     TEXT NOT NULL,           -- what the standing rests on
    dissent    TEXT NOT NULL,           -- JSON array: who says otherwise
    documents  INTEGER NOT NULL,        -- texts that tell it
    sources    INTEGER NOT NULL,        -- independent ones among them
    background INTEGER NOT NULL,
    confidence REAL NOT NULL,
    weight     REAL NOT NULL,           -- for ranking only
    run        TEXT NOT NULL REFERENCES runs (id),
    step       TEXT NOT NULL,
    version    TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX threads_by_date ON threads (date_first, date_last);
CREATE TABLE thread_events (
    event  TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    thread TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX thread_events_by_thread ON thread_events (thread);
CREATE TABLE thread_sides (
    thread TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    side   TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
    place  INTEGER NOT NULL,
    code   TEXT NOT NULL,
    PRIMARY KEY (thread, side, place)
) WITHOUT ROWID;
CREATE INDEX thread_sides_by_code ON thread_sides (code, thread);

-- Two records that cannot both be true, or one record against a known fact.
CREATE TABLE contradictions (
    id      TEXT PRIMARY KEY,           -- 'c-' and 16 hex digits
    clash   TEXT NOT NULL,              -- what cannot be true together: date, place, sides ...
    thread  TEXT REFERENCES threads (id) ON DELETE CASCADE,     -- NULL for a record against a fact
    value_a TEXT NOT NULL,              -- what each says, in the order of contradiction_events
    value_b TEXT NOT NULL,              -- against a fact: the fact
    reason  TEXT NOT NULL,
    source  TEXT NOT NULL,              -- where the fact comes from
    run     TEXT NOT NULL REFERENCES runs (id),
    step    TEXT NOT NULL,
    version TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX contradictions_by_thread ON contradictions (thread);
CREATE TABLE contradiction_events (
    contradiction TEXT NOT NULL REFERENCES contradictions (id) ON DELETE CASCADE,
    place         INTEGER NOT NULL,
    event         TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    PRIMARY KEY (contradiction, place)
) WITHOUT ROWID;
CREATE INDEX contradiction_events_by_event ON contradiction_events (event);

-- What people want together (1) or apart (0): ids of two events or of two documents, as their decisions mean them now.
CREATE TABLE decided_pairs (
    kind     TEXT NOT NULL CHECK (kind IN ('event', 'document')),
    a        TEXT NOT NULL,
    b        TEXT NOT NULL,
    together INTEGER NOT NULL,
    PRIMARY KEY (kind, a, b)
) WITHOUT ROWID;

-- What is half done: documents whose family, and events whose thread, has to be made anew, and places that became free
-- among the keys. No references: what they name may be gone.
CREATE TABLE unsettled_documents (document TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE unsettled_events (event INTEGER PRIMARY KEY);
-- Events whose thread was made anew, so that they have to be compared with those of other threads.
CREATE TABLE unchecked_events (event INTEGER PRIMARY KEY);
CREATE TABLE vacated (
    kind  TEXT NOT NULL CHECK (kind IN ('event', 'document')),
    key   NOT NULL,
    place REAL NOT NULL
);
CREATE INDEX vacated_by_key ON vacated (kind, key);

CREATE TRIGGER overlaps_removed AFTER DELETE ON overlaps BEGIN
    INSERT OR IGNORE INTO unsettled_documents VALUES (old.a), (old.b);
END;
CREATE TRIGGER fingerprints_removed AFTER DELETE ON fingerprints BEGIN
    INSERT INTO vacated VALUES ('document', old.key, old.place);
END;
CREATE TRIGGER family_documents_removed AFTER DELETE ON family_documents BEGIN
    INSERT OR IGNORE INTO unsettled_documents SELECT document FROM family_documents WHERE family = old.family;
END;
CREATE TRIGGER families_removed BEFORE DELETE ON families BEGIN
    INSERT OR IGNORE INTO unsettled_documents SELECT document FROM family_documents WHERE family = old.id;
END;
CREATE TRIGGER event_links_removed AFTER DELETE ON event_links BEGIN
    INSERT OR IGNORE INTO unsettled_events VALUES (old.a), (old.b);
END;
CREATE TRIGGER event_keys_removed AFTER DELETE ON event_keys BEGIN
    INSERT INTO vacated VALUES ('event', old.key, old.place);
END;
CREATE TRIGGER threads_removed BEFORE DELETE ON threads BEGIN
    INSERT OR IGNORE INTO unsettled_events
    SELECT e.number FROM thread_events AS t JOIN events AS e ON e.id = t.event WHERE t.thread = old.id;
END;
CREATE TRIGGER thread_events_removed AFTER DELETE ON thread_events
WHEN NOT EXISTS (SELECT 1 FROM thread_events WHERE thread = old.thread) BEGIN
    DELETE FROM threads WHERE id = old.thread;
END;
CREATE TRIGGER contradiction_events_removed AFTER DELETE ON contradiction_events BEGIN
    DELETE FROM contradictions WHERE id = old.contradiction;
END;

PRAGMA user_version = 2;
