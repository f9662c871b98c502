-- Who may sign in, as what, and what they did about it. When an account is closed, what is personal in it is emptied;
-- its name stays, because the history needs it. Secrets are sealed or hashed (docs/adr/0024).
CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    person TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    email TEXT UNIQUE,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    second_factor TEXT NOT NULL,
    password BLOB,
    totp BLOB,
    totp_step BIGINT,
    made_at TEXT NOT NULL,
    closed_at TEXT,
    successor TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX accounts_by_organisation ON accounts (organisation, name);
CREATE INDEX accounts_by_person ON accounts (person);

-- A role for an organisation or for a partnership: one of the two. What has ended stays, for the history.
CREATE TABLE account_roles (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    organisation TEXT,
    partnership TEXT,
    granted_at TEXT NOT NULL,
    ended_at TEXT
);
CREATE INDEX account_roles_by_account ON account_roles (account);

-- Links that work once, to set a password. A new one takes the place of the one before.
CREATE TABLE account_links (
    account TEXT PRIMARY KEY REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    token BLOB NOT NULL UNIQUE,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);

CREATE TABLE account_recovery_codes (
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (account, position)
);

CREATE TABLE account_sessions (
    id TEXT PRIMARY KEY,
    token BLOB NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    stage TEXT NOT NULL,
    browser TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    proved_at BIGINT NOT NULL
);
CREATE INDEX account_sessions_by_account ON account_sessions (account);

-- Times of sessions and devices are milliseconds since 1970, as they are computed with.
-- Browsers that have signed in to an account before: strangers cannot slow them down (OWASP "device cookies").
CREATE TABLE account_devices (
    token BLOB PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    seen_at BIGINT NOT NULL
);
CREATE INDEX account_devices_by_account ON account_devices (account);

-- Sign-ins and changes of rights, for those who look after accounts. Append-only.
CREATE TABLE account_events (
    sequence BIGINT PRIMARY KEY,
    at TEXT NOT NULL,
    event TEXT NOT NULL,
    account TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    actor TEXT REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT,
    organisation TEXT,
    partnership TEXT,
    address TEXT
);
CREATE INDEX account_events_by_account ON account_events (account, sequence);
