-- Tables of past activities on their way in, and what came of them (docs/adr/0035). No viewer reads these tables.
CREATE TABLE activity_import_uploads (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    file_name TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    settings TEXT NOT NULL,
    bytes BLOB NOT NULL
);
CREATE INDEX activity_import_uploads_by_account ON activity_import_uploads (account, uploaded_at);

-- `id` is that of the upload it came of; `scope` is to whom what it made was visible at first.
CREATE TABLE activity_imports (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    file_name TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    made BIGINT NOT NULL,
    left_out BIGINT NOT NULL,
    undone_at TEXT,
    undone_by TEXT
);

-- The activities that an import made, with the entry of the journal of each; they may be gone.
CREATE TABLE activity_import_records (
    import_id TEXT NOT NULL REFERENCES activity_imports (id) DEFERRABLE INITIALLY DEFERRED,
    record_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    position BIGINT NOT NULL,
    is_removed BIGINT NOT NULL,
    PRIMARY KEY (import_id, record_id)
);
