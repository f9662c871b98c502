-- Which person of a provider of sign-on is which account, and what came from there (docs/adr/0030). A person is what an
-- issuer says in one claim; an account is bound to one person of an issuer.
CREATE TABLE account_sign_ons (
    issuer TEXT NOT NULL,
    claim TEXT NOT NULL,
    subject TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED,
    provider TEXT NOT NULL,
    bound_at TEXT NOT NULL,
    PRIMARY KEY (issuer, claim, subject)
);
CREATE UNIQUE INDEX account_sign_ons_by_account ON account_sign_ons (account, issuer);

-- The provider that has given a role and may end it; none where an administrator has.
ALTER TABLE account_roles ADD COLUMN provider TEXT;

-- Through which provider a session began.
ALTER TABLE account_sessions ADD COLUMN provider TEXT;

ALTER TABLE account_events ADD COLUMN provider TEXT;
