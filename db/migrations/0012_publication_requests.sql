-- Publishing with more than one person, and at a set time (docs/adr/0036-publishing-with-more-than-one-person.md).
-- A rule that is on: of an organisation, that nobody publishes alone; of a partnership, that each party agrees.
CREATE TABLE publishing_rules (
    scope TEXT PRIMARY KEY,
    scope_kind TEXT NOT NULL,
    since TEXT NOT NULL,
    set_by TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED
);

-- What somebody asks to be published, or to be changed in what is public, and what became of it. `due_at` is in
-- milliseconds since 1970; `reason` a refusal as JSON. The entries of the journal that it became are those from
-- `first_entry` to `last_entry`.
CREATE TABLE publication_requests (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    what TEXT NOT NULL,
    state TEXT NOT NULL,
    asked_by TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    asked_at TEXT NOT NULL,
    language TEXT NOT NULL,
    note TEXT NOT NULL,
    made_from BIGINT NOT NULL,
    collided BIGINT NOT NULL,
    due_at BIGINT,
    ready_by TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    closed_at TEXT,
    closed_by TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    first_entry BIGINT,
    last_entry BIGINT
);
CREATE UNIQUE INDEX publication_requests_open ON publication_requests (record_id) WHERE state IN ('open', 'waiting');
CREATE INDEX publication_requests_by_state ON publication_requests (state, due_at);
CREATE INDEX publication_requests_by_asker ON publication_requests (asked_by);

-- Of a proposed change, the form as it was typed.
CREATE TABLE publication_request_fields (
    request TEXT NOT NULL REFERENCES publication_requests (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (request, name)
);

-- Who agrees, to which version: with any other it does not count.
CREATE TABLE publication_agreements (
    request TEXT NOT NULL REFERENCES publication_requests (id) DEFERRABLE INITIALLY DEFERRED,
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    version BIGINT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (request, account)
);
CREATE INDEX publication_agreements_by_account ON publication_agreements (account);
