-- What people's decisions have done to the derived rows. Derived itself: it can be rebuilt from raw/ and decisions/.

-- Rows that a decision changed or left out, as the program made them; they go with their document.
CREATE TABLE IF NOT EXISTS machine_rows (
    id       TEXT PRIMARY KEY,           -- of the record or document
    kind     TEXT NOT NULL CHECK (kind IN ('document', 'event', 'statement', 'assessment')),
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    rejected INTEGER NOT NULL,           -- 1 when nothing stands in its place
    content  TEXT NOT NULL,              -- JSON: the row as it was, lists as arrays
    run      TEXT NOT NULL REFERENCES runs (id),
    step     TEXT NOT NULL,
    version  TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS machine_rows_by_document ON machine_rows (document);

-- Records that people added: what stands in the tables of records under these ids the program did not find.
CREATE TABLE IF NOT EXISTS added_records (
    id       TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS added_records_by_document ON added_records (document);

-- Decisions that the rows take account of, with the document (by its bytes) that each is about.
CREATE TABLE IF NOT EXISTS applied_decisions (
    id     TEXT NOT NULL,                -- 'x-' and 16 hex digits
    sha256 TEXT NOT NULL,                -- '' where no document is meant
    record TEXT NOT NULL,
    PRIMARY KEY (id, sha256, record)
) WITHOUT ROWID;

-- Files of decisions/ as they were when they were last applied: what differs is read again.
CREATE TABLE IF NOT EXISTS decision_files (
    name    TEXT PRIMARY KEY,
    bytes   INTEGER NOT NULL,
    changed INTEGER NOT NULL             -- time of the last change, in nanoseconds
) WITHOUT ROWID;
