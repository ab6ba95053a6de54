-- The record of a dossier, as of version 1 (PRAGMA user_version); resolution.sql adds what holds across documents.
-- Explained for readers in docs/record-schema.md.
--
-- Rules
--   * Offsets are Unicode code points into documents.text, half-open; text[start:end] = quote always holds.
--   * Dates are EDTF strings as in the coding manual; "" means that the text gives no hold. Beside a date stand the
--     first and last day that it may mean, as ISO days, so that filters compare plain strings: an open or unknown end
--     is '0000-00-00' or '9999-99-99', and both are NULL for an undated row.
--   * Every row of documents, events, statements and assessments names the run, the step and the step's version that
--     made it; parts, comments and event_sides belong to the row that they name, and so to its run.
--   * Lists (people, sectors, carriers, reasons) are JSON arrays, in the order of the record.
--   * Nothing here is edited. A newer coder deletes what it re-derives and writes it anew in one transaction.

-- One call of `read`.
CREATE TABLE runs (
    id         TEXT PRIMARY KEY,        -- 'r-' and 16 hex digits
    started    TEXT NOT NULL,           -- UTC, ISO 8601 to the second
    program    TEXT NOT NULL,           -- version of Dragoman
    model      TEXT NOT NULL,           -- name, version and hash of the language model; '' if none was needed
    vocabulary TEXT NOT NULL,           -- SHA-256 over all vocabulary files, the user's own included
    steps      TEXT NOT NULL            -- JSON array of [name, version], in order
) WITHOUT ROWID;

-- One input file, known by its bytes. A file whose row is finished under the present coder is not read again.
CREATE TABLE sources (
    sha256   TEXT PRIMARY KEY,          -- of the bytes; the name of the copy under raw/
    file     TEXT NOT NULL,             -- path as the user gave it
    bytes    INTEGER NOT NULL,
    reader   TEXT NOT NULL,             -- name and version of the reader, 'html/1'; '' if none could read it
    coder    TEXT NOT NULL,             -- hash over step versions, model, vocabulary and options of `read`
    finished INTEGER NOT NULL,          -- 1 when every page of the file is in the record or among the rejects
    stored   INTEGER NOT NULL,          -- 1 when the bytes stand under raw/
    run      TEXT NOT NULL REFERENCES runs (id),
    step     TEXT NOT NULL,
    version  TEXT NOT NULL
) WITHOUT ROWID;

-- One text with its provenance.
CREATE TABLE documents (
    number          INTEGER PRIMARY KEY,
    id              TEXT NOT NULL UNIQUE,       -- 'd-' and 16 hex digits
    name            TEXT NOT NULL,              -- the name used in exports
    title           TEXT NOT NULL,
    text            TEXT NOT NULL,              -- the stored text of the whole page; never changed
    published       TEXT NOT NULL,
    published_first TEXT,
    published_last  TEXT,
    published_basis TEXT NOT NULL CHECK (published_basis IN ('stated', 'inferred', 'unknown')),
    published_reason TEXT NOT NULL,             -- which words or metadata gave the date
    outlet          TEXT NOT NULL,
    carriers        TEXT NOT NULL,              -- JSON array, first to last
    author          TEXT NOT NULL,
    url             TEXT NOT NULL,
    language        TEXT NOT NULL,              -- ISO 639-1; '' if it cannot be told
    genre           TEXT NOT NULL,
    source          TEXT NOT NULL REFERENCES sources (sha256),
    file            TEXT NOT NULL,
    record          TEXT NOT NULL,              -- place inside the file, 'row 17'; '' when the file is the document
    reader          TEXT NOT NULL,
    encoding        TEXT NOT NULL,              -- what was mended on the way in: encoding found, characters replaced
    undecodable     INTEGER NOT NULL,
    nul             INTEGER NOT NULL,
    surrogates      INTEGER NOT NULL,
    coder           TEXT NOT NULL,
    run             TEXT NOT NULL REFERENCES runs (id),
    step            TEXT NOT NULL,
    version         TEXT NOT NULL
);
CREATE INDEX documents_by_source ON documents (source);
CREATE INDEX documents_by_name ON documents (name);

-- Spans of a document's text by the role they play on the page.
CREATE TABLE parts (
    document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL,                -- 0, 1, 2 ... in text order
    kind       TEXT NOT NULL CHECK (kind IN ('title', 'body', 'caption', 'byline', 'comment', 'furniture')),
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL CHECK (end >= start),
    PRIMARY KEY (document, place)
) WITHOUT ROWID;

-- Readers' comments: where they stand and when they were written. Their authors are not kept.
CREATE TABLE comments (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    place    INTEGER NOT NULL,
    start    INTEGER NOT NULL,
    end      INTEGER NOT NULL CHECK (end >= start),
    date     TEXT NOT NULL,
    PRIMARY KEY (document, place)
) WITHOUT ROWID;

-- Something that one political actor does to, with or about another.
CREATE TABLE events (
    number            INTEGER PRIMARY KEY,
    id                TEXT NOT NULL UNIQUE,     -- 'e-' and 16 hex digits
    document          TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    quote             TEXT NOT NULL,
    start             INTEGER NOT NULL,
    end               INTEGER NOT NULL CHECK (end > start),
    trigger_word      TEXT NOT NULL,
    trigger_start     INTEGER NOT NULL,
    trigger_end       INTEGER NOT NULL,
    type              TEXT NOT NULL,            -- one of the 16 PLOVER types
    status            TEXT NOT NULL,            -- what the voice says became of it; never shown without the voice
    date              TEXT NOT NULL,
    date_first        TEXT,
    date_last         TEXT,
    place             TEXT NOT NULL,
    voice             TEXT NOT NULL,            -- 'author', 'comment', or the speaker's name
    thread            TEXT NOT NULL,
    mode              TEXT NOT NULL,
    people            TEXT NOT NULL,            -- JSON array
    actor_sectors     TEXT NOT NULL,            -- JSON array
    recipient_sectors TEXT NOT NULL,            -- JSON array
    unofficial        INTEGER NOT NULL,
    confidence        REAL NOT NULL,
    background        INTEGER NOT NULL,         -- 1 for history told as background to the news
    reasons           TEXT NOT NULL,            -- JSON array of [field, value, why]
    run               TEXT NOT NULL REFERENCES runs (id),
    step              TEXT NOT NULL,
    version           TEXT NOT NULL
);
CREATE INDEX events_by_document ON events (document);
CREATE INDEX events_by_date ON events (date_first, date_last);

-- The codes of both sides, one a row, in the order of the record: what filters by actor and pair look at.
CREATE TABLE event_sides (
    event TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    side  TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
    place INTEGER NOT NULL,
    code  TEXT NOT NULL,
    PRIMARY KEY (event, side, place)
) WITHOUT ROWID;
CREATE INDEX event_sides_by_code ON event_sides (code, event);

-- Words that the text attributes to somebody.
CREATE TABLE statements (
    number        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    document      TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    quote         TEXT NOT NULL,
    start         INTEGER NOT NULL,
    end           INTEGER NOT NULL CHECK (end > start),
    speaker       TEXT NOT NULL,
    speaker_actor TEXT NOT NULL,
    role          TEXT NOT NULL,
    mode          TEXT NOT NULL,
    cue           TEXT NOT NULL,
    cue_start     INTEGER NOT NULL,             -- -1 when no word attributes it
    cue_end       INTEGER NOT NULL,
    date          TEXT NOT NULL,
    date_first    TEXT,
    date_last     TEXT,
    voice         TEXT NOT NULL,
    confidence    REAL NOT NULL,
    reasons       TEXT NOT NULL,
    run           TEXT NOT NULL REFERENCES runs (id),
    step          TEXT NOT NULL,
    version       TEXT NOT NULL
);
CREATE INDEX statements_by_document ON statements (document);
CREATE INDEX statements_by_actor ON statements (speaker_actor);

-- Phrases that say how two sides get on, or which way that moves.
CREATE TABLE assessments (
    number     INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    document   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    quote      TEXT NOT NULL,
    start      INTEGER NOT NULL,
    end        INTEGER NOT NULL CHECK (end > start),
    party_a    TEXT NOT NULL,                   -- in the order of the record
    party_b    TEXT NOT NULL,
    level      TEXT NOT NULL,
    trend      TEXT NOT NULL,
    voice      TEXT NOT NULL,
    date       TEXT NOT NULL,
    date_first TEXT,
    date_last  TEXT,
    confidence REAL NOT NULL,
    reasons    TEXT NOT NULL,
    run        TEXT NOT NULL REFERENCES runs (id),
    step       TEXT NOT NULL,
    version    TEXT NOT NULL
);
CREATE INDEX assessments_by_document ON assessments (document);
CREATE INDEX assessments_by_parties ON assessments (party_a, party_b);

-- Inputs, or records of one, that were not read.
CREATE TABLE rejects (
    file    TEXT NOT NULL,
    record  TEXT NOT NULL,
    reason  TEXT NOT NULL,
    remedy  TEXT NOT NULL,
    sha256  TEXT NOT NULL,                      -- '' if the bytes could not be read
    run     TEXT NOT NULL REFERENCES runs (id),
    step    TEXT NOT NULL,
    version TEXT NOT NULL,
    PRIMARY KEY (file, record, reason, sha256)
) WITHOUT ROWID;
CREATE INDEX rejects_by_sha256 ON rejects (sha256);

-- Doubts about documents that were kept all the same; codes in docs/issue-codes.md.
CREATE TABLE issues (
    number   INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    code     TEXT NOT NULL,
    message  TEXT NOT NULL,
    start    INTEGER NOT NULL,                  -- -1 for the whole document
    end      INTEGER NOT NULL,
    run      TEXT NOT NULL REFERENCES runs (id),
    step     TEXT NOT NULL,
    version  TEXT NOT NULL
);
CREATE INDEX issues_by_document ON issues (document);

-- Full-text indices; the words themselves stay in the tables above, and triggers keep both in step.
CREATE VIRTUAL TABLE document_words USING fts5 (title, text, content = 'documents', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE event_words USING fts5 (quote, content = 'events', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5 (quote, content = 'statements', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE assessment_words USING fts5 (quote, content = 'assessments', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
    INSERT INTO document_words (document_words, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER events_added AFTER INSERT ON events BEGIN
    INSERT INTO event_words (rowid, quote) VALUES (new.number, new.quote);
END;
CREATE TRIGGER events_removed AFTER DELETE ON events BEGIN
    INSERT INTO event_words (event_words, rowid, quote) VALUES ('delete', old.number, old.quote);
END;
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statement_words (rowid, quote) VALUES (new.number, new.quote);
END;
CREATE TRIGGER statements_removed AFTER DELETE ON statements BEGIN
    INSERT INTO statement_words (statement_words, rowid, quote) VALUES ('delete', old.number, old.quote);
END;
CREATE TRIGGER assessments_added AFTER INSERT ON assessments BEGIN
    INSERT INTO assessment_words (rowid, quote) VALUES (new.number, new.quote);
END;
CREATE TRIGGER assessments_removed AFTER DELETE ON assessments BEGIN
    INSERT INTO assessment_words (assessment_words, rowid, quote) VALUES ('delete', old.number, old.quote);
END;

PRAGMA user_version = 1;
