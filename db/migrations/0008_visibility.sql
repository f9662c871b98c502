-- Who may see what is not public. `scope` is an organisation (internal) or a partnership (shared among its parties), as
-- `scope_kind` says; what has no row is public (docs/adr/0028-what-a-reader-may-not-see-is-not-in-the-connection.md).
CREATE TABLE record_restrictions (
    record_id TEXT PRIMARY KEY,
    scope_kind TEXT NOT NULL,
    scope TEXT NOT NULL
);
CREATE INDEX record_restrictions_by_scope ON record_restrictions (scope);

CREATE TABLE text_restrictions (
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    record_id TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    PRIMARY KEY (owner_id, field)
);
CREATE INDEX text_restrictions_by_record ON text_restrictions (record_id);

-- What somebody must be able to see for an entry of the journal ('entry'), or only for what it says of the change
-- ('change'); several where a change went from one to another.
CREATE TABLE journal_restrictions (
    sequence BIGINT NOT NULL,
    covers TEXT NOT NULL,
    scope TEXT NOT NULL,
    PRIMARY KEY (sequence, covers, scope)
);
