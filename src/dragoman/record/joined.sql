-- How the events of each thread came together: kept, so that a new text touches only what it reaches.

-- One join of two groups of events, in the order in which the joins of a thread were made; what people joined is not
-- among them. A group goes by the event with the smallest id. No references: what they name may be gone.
CREATE TABLE IF NOT EXISTS thread_joins (
    first INTEGER NOT NULL,             -- number of the event that the whole group goes by
    place INTEGER NOT NULL,
    kept  INTEGER NOT NULL,             -- numbers of the events that the two groups went by; the whole goes by the former
    gone  INTEGER NOT NULL,
    worth REAL NOT NULL,                -- mean weight of the pairs between them
    PRIMARY KEY (first, place)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS thread_joins_by_gone ON thread_joins (gone);

-- Which source each document was taken for when its threads were made; that of another document of the same source is the
-- same.
CREATE TABLE IF NOT EXISTS document_sources (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    source   TEXT NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER IF NOT EXISTS thread_joins_left AFTER DELETE ON events BEGIN
    INSERT OR IGNORE INTO unsettled_events SELECT kept FROM thread_joins WHERE first = old.number;
    INSERT OR IGNORE INTO unsettled_events SELECT gone FROM thread_joins WHERE first = old.number;
    DELETE FROM thread_joins WHERE first = old.number;
END;

-- Of two events that are no longer linked one has to be settled anew, that is enough.
DROP TRIGGER IF EXISTS event_links_removed;
CREATE TRIGGER IF NOT EXISTS event_links_gone AFTER DELETE ON event_links BEGIN
    INSERT OR IGNORE INTO unsettled_events
    SELECT number FROM events WHERE number IN (old.a, old.b) ORDER BY number LIMIT 1;
END;
