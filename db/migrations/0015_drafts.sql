-- What somebody has typed into the form of a record and not saved yet: theirs alone. `record_id` is empty for a record
-- that is not there yet; of one that is, there is one draft a person.
CREATE TABLE account_drafts (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    record_id TEXT,
    version BIGINT NOT NULL,
    language TEXT NOT NULL,
    scope TEXT,
    fields TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    UNIQUE (account, record_id)
);
