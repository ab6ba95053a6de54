-- Which run read a document first, and under which number, of those that were read anew since: they did not come anew.
CREATE TABLE IF NOT EXISTS first_readings (
    document TEXT PRIMARY KEY,
    run      TEXT NOT NULL,
    number   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER IF NOT EXISTS documents_read_anew BEFORE DELETE ON documents BEGIN
    INSERT OR IGNORE INTO first_readings VALUES (old.id, old.run, old.number);
END;
