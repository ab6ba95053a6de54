-- Who is named where, version 4 of the record: pairs of threads, sides of texts, and indices for pages that sum.
--
-- Run after imports.sql in a new dossier, and alone over a dossier of version 3, whose rows it files. It only adds: all
-- of it repeats what event_sides, assessments and thread_sides hold, in the order in which it is asked for.
--
-- Rules
--   * Triggers keep it in step, so that no writer has to know of it.

-- Each two sides of a thread, with what pairs are weighed by.
CREATE TABLE thread_pairs (
    a          TEXT NOT NULL,
    b          TEXT NOT NULL,
    thread     TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
    confidence REAL NOT NULL,
    weight     REAL NOT NULL,
    PRIMARY KEY (a, b, thread),
    CHECK (a < b)
) WITHOUT ROWID;
CREATE INDEX thread_pairs_by_thread ON thread_pairs (thread);

CREATE TRIGGER thread_sides_added AFTER INSERT ON thread_sides BEGIN
    INSERT OR IGNORE INTO thread_pairs
    SELECT min(new.code, s.code), max(new.code, s.code), t.id, t.confidence, t.weight
    FROM thread_sides AS s JOIN threads AS t ON t.id = s.thread WHERE s.thread = new.thread AND s.code <> new.code;
END;
CREATE TRIGGER threads_weighed AFTER UPDATE OF confidence, weight ON threads BEGIN
    UPDATE thread_pairs SET confidence = new.confidence, weight = new.weight WHERE thread = new.id;
END;
INSERT INTO thread_pairs
SELECT DISTINCT s.code, o.code, t.id, t.confidence, t.weight
FROM threads AS t JOIN thread_sides AS s ON s.thread = t.id JOIN thread_sides AS o ON o.thread = t.id AND s.code < o.code;

-- The sides that the events and assessments of a text name.
CREATE TABLE document_sides (
    code     TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    PRIMARY KEY (code, document)
) WITHOUT ROWID;
CREATE INDEX document_sides_by_document ON document_sides (document);

CREATE TRIGGER event_sides_added AFTER INSERT ON event_sides BEGIN
    INSERT OR IGNORE INTO document_sides SELECT new.code, document FROM events WHERE id = new.event;
END;
CREATE TRIGGER assessments_sided AFTER INSERT ON assessments BEGIN
    INSERT OR IGNORE INTO document_sides VALUES (new.party_a, new.document), (new.party_b, new.document);
END;
-- A record that people reject or correct leaves a text that stays; where the text itself went, its sides went with it.
CREATE TRIGGER events_leaving BEFORE DELETE ON events
WHEN EXISTS (SELECT 1 FROM documents WHERE id = old.document) BEGIN
    DELETE FROM document_sides WHERE document = old.document
    AND code IN (SELECT code FROM event_sides WHERE event = old.id)
    AND NOT EXISTS (SELECT 1 FROM events AS e JOIN event_sides AS s ON s.event = e.id
        WHERE e.document = old.document AND e.id <> old.id AND s.code = document_sides.code)
    AND NOT EXISTS (SELECT 1 FROM assessments AS a
        WHERE a.document = old.document AND document_sides.code IN (a.party_a, a.party_b));
END;
CREATE TRIGGER assessments_leaving BEFORE DELETE ON assessments
WHEN EXISTS (SELECT 1 FROM documents WHERE id = old.document) BEGIN
    DELETE FROM document_sides WHERE document = old.document AND code IN (old.party_a, old.party_b)
    AND NOT EXISTS (SELECT 1 FROM events AS e JOIN event_sides AS s ON s.event = e.id
        WHERE e.document = old.document AND s.code = document_sides.code)
    AND NOT EXISTS (SELECT 1 FROM assessments AS a
        WHERE a.document = old.document AND a.id <> old.id AND document_sides.code IN (a.party_a, a.party_b));
END;
INSERT INTO document_sides
SELECT s.code, e.document FROM events AS e JOIN event_sides AS s ON s.event = e.id
UNION SELECT party_a, document FROM assessments UNION SELECT party_b, document FROM assessments;

-- What is known of all pages, without the texts that lie between these columns in the table.
CREATE INDEX documents_without_text ON documents (id, title, published, outlet, carriers, author, genre);
-- Lists of texts come in this order.
CREATE INDEX documents_in_order ON documents (published_first IS NULL, published_first, name, number);
CREATE INDEX documents_by_outlet ON documents (outlet);
CREATE INDEX documents_by_run ON documents (run);
-- Who speaks how often, and what is foretold.
CREATE INDEX statements_by_sure_actor ON statements (speaker_actor, confidence, foretells);
CREATE INDEX statements_by_sure_speaker ON statements (speaker, confidence, foretells);
CREATE INDEX statements_foretelling ON statements (document, start, confidence) WHERE foretells = 1;
CREATE INDEX threads_by_standing ON threads (standing, date_last, confidence, weight);
CREATE INDEX threads_by_sources ON threads (sources, confidence, weight);

PRAGMA user_version = 4;
