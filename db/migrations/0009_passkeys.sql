-- Passkeys (docs/adr/0029). What is here is public: the keys check signatures and make none.
CREATE TABLE account_passkeys (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    label TEXT NOT NULL,
    credential BLOB NOT NULL UNIQUE,
    algorithm TEXT NOT NULL,
    public_key BLOB NOT NULL,
    counter BIGINT NOT NULL,
    made_at TEXT NOT NULL,
    used_at TEXT
);
CREATE INDEX account_passkeys_by_account ON account_passkeys (account, made_at);
