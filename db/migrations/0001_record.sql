-- The record: one table a kind, one a list inside it. Names follow the rule of docs/adr/0003-one-description-per-kind.md;
-- the text is read by SQLite and, with the domain BLOB made beforehand, by PostgreSQL (docs/adr/0004-sql-for-two-engines.md).
-- Ids are UUIDs in their 36-character form. References are checked when the transaction ends, so that records may come
-- in any order.

CREATE TABLE migrations (
    number BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL
);

CREATE TABLE journal (
    sequence BIGINT PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    operation TEXT NOT NULL,
    change TEXT NOT NULL
);
CREATE INDEX journal_record ON journal (record_id, sequence);

CREATE TABLE texts (
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    record_id TEXT NOT NULL,
    is_original BIGINT NOT NULL,
    body TEXT NOT NULL,
    revision BIGINT NOT NULL,
    made_from BIGINT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (owner_id, field, language)
);
CREATE INDEX texts_record ON texts (record_id);

CREATE TABLE text_revisions (
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    language TEXT NOT NULL,
    revision BIGINT NOT NULL,
    record_id TEXT NOT NULL,
    made_from BIGINT NOT NULL,
    body TEXT NOT NULL,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (owner_id, field, language, revision)
);
CREATE INDEX text_revisions_record ON text_revisions (record_id);

CREATE TABLE slugs (
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    slug TEXT NOT NULL,
    record_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (kind, language, slug)
);
CREATE INDEX slugs_record ON slugs (record_id, language, position);

CREATE TABLE blobs (
    hash TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    bytes BLOB NOT NULL
);

-- place
CREATE TABLE places (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    country TEXT NOT NULL,
    "within" TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    latitude DOUBLE PRECISION,
    longitude DOUBLE PRECISION
);

-- organisation
CREATE TABLE organisations (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    short_name TEXT,
    country TEXT,
    seat TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    address TEXT,
    parent TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED
);

-- source
CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    publisher TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    url TEXT,
    published TEXT,
    published_first TEXT,
    published_last TEXT,
    published_precision BIGINT,
    retrieved TEXT,
    retrieved_first TEXT,
    retrieved_last TEXT,
    retrieved_precision BIGINT
);

-- organisation: lists, which refer to sources
CREATE TABLE organisation_websites (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    language TEXT,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE organisation_members (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE organisation_facts (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    measure TEXT NOT NULL,
    number DOUBLE PRECISION,
    exactness TEXT,
    unit TEXT,
    date TEXT,
    date_first TEXT,
    date_last TEXT,
    date_precision BIGINT,
    as_of TEXT,
    as_of_first TEXT,
    as_of_last TEXT,
    as_of_precision BIGINT,
    source TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    stated_by TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    preference TEXT,
    PRIMARY KEY (owner_id, position)
);

-- person
CREATE TABLE people (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    name_language TEXT
);
CREATE TABLE person_appointments (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    organisation TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    "from" TEXT,
    from_first TEXT,
    from_last TEXT,
    from_precision BIGINT,
    "until" TEXT,
    until_first TEXT,
    until_last TEXT,
    until_precision BIGINT,
    source TEXT REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);

-- image
CREATE TABLE images (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL REFERENCES blobs (hash) DEFERRABLE INITIALLY DEFERRED,
    credit TEXT NOT NULL,
    licence TEXT,
    focal_x DOUBLE PRECISION,
    focal_y DOUBLE PRECISION
);

-- document
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL REFERENCES blobs (hash) DEFERRABLE INITIALLY DEFERRED,
    language TEXT NOT NULL
);

-- field_of_action
CREATE TABLE fields_of_action (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
);

-- partnership
CREATE TABLE partnerships (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    since TEXT,
    since_first TEXT,
    since_last TEXT,
    since_precision BIGINT,
    review TEXT,
    review_first TEXT,
    review_last TEXT,
    review_precision BIGINT,
    image TEXT REFERENCES images (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE partnership_parties (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE partnership_fields (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES fields_of_action (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE partnership_contacts (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    organisation TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    person TEXT REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    email TEXT,
    telephone TEXT,
    address TEXT,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE partnership_sources (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);

-- series
CREATE TABLE series (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    image TEXT REFERENCES images (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE series_partnerships (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE series_sources (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);

-- agreement
CREATE TABLE agreements (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    partnership TEXT NOT NULL REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    image TEXT REFERENCES images (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE agreement_signings (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL,
    date_first TEXT NOT NULL,
    date_last TEXT NOT NULL,
    date_precision BIGINT NOT NULL,
    place TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    preference TEXT,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE agreement_signatories (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE agreement_signatories_sources (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES agreement_signatories (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE INDEX agreement_signatories_sources_record ON agreement_signatories_sources (record_id);
CREATE TABLE agreement_fields (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    field TEXT NOT NULL REFERENCES fields_of_action (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE agreement_fields_sources (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES agreement_fields (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE INDEX agreement_fields_sources_record ON agreement_fields_sources (record_id);
CREATE TABLE agreement_documents (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES agreements (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);

-- activity
CREATE TABLE activities (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    date TEXT NOT NULL,
    date_first TEXT NOT NULL,
    date_last TEXT NOT NULL,
    date_precision BIGINT NOT NULL,
    form TEXT NOT NULL,
    audience TEXT,
    series TEXT REFERENCES series (id) DEFERRABLE INITIALLY DEFERRED,
    edition BIGINT
);
CREATE TABLE activity_date_statements (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    date_first TEXT NOT NULL,
    date_last TEXT NOT NULL,
    date_precision BIGINT NOT NULL,
    source TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_partnerships (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES partnerships (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_places (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_organisations (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    organisation TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_people (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    organisation TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_participants (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    organisation TEXT REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    age_from BIGINT,
    age_to BIGINT,
    head_count TEXT NOT NULL,
    number BIGINT,
    source TEXT REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_fields (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES fields_of_action (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_programme (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    day TEXT,
    day_first TEXT,
    day_last TEXT,
    day_precision BIGINT,
    begins TEXT,
    ends TEXT,
    place TEXT REFERENCES places (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_outcomes (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    due TEXT,
    due_first TEXT,
    due_last TEXT,
    due_precision BIGINT,
    state TEXT,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_outcomes_responsible (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activity_outcomes (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE INDEX activity_outcomes_responsible_record ON activity_outcomes_responsible (record_id);
CREATE TABLE activity_images (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES images (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_documents (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);
CREATE TABLE activity_sources (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES activities (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    target_id TEXT NOT NULL REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (owner_id, position)
);

-- site
CREATE TABLE sites (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    publisher TEXT NOT NULL REFERENCES organisations (id) DEFERRABLE INITIALLY DEFERRED,
    email TEXT
);
CREATE TABLE site_languages (
    record_id TEXT NOT NULL,
    owner_id TEXT NOT NULL REFERENCES sites (id) DEFERRABLE INITIALLY DEFERRED,
    position BIGINT NOT NULL,
    "value" TEXT NOT NULL,
    PRIMARY KEY (owner_id, position)
);

-- Indexes for the public pages: each reads no more rows than it shows.
CREATE INDEX activities_by_time ON activities (date_first, date_precision, key);
CREATE INDEX activities_by_kind ON activities (kind, date_first, date_precision, key);
CREATE INDEX activities_by_status ON activities (status, date_first, date_precision, key);
CREATE INDEX activities_by_series ON activities (series, date_first, date_precision, key);
CREATE INDEX activity_partnerships_by_target ON activity_partnerships (target_id, owner_id);
CREATE INDEX activity_fields_by_target ON activity_fields (target_id, owner_id);
CREATE INDEX activity_organisations_by_organisation ON activity_organisations (organisation, owner_id);
CREATE INDEX organisation_members_by_target ON organisation_members (target_id, owner_id);
CREATE INDEX organisations_by_parent ON organisations (parent, key);
CREATE INDEX agreements_by_partnership ON agreements (partnership);
CREATE INDEX agreement_fields_by_field ON agreement_fields (field, owner_id);
CREATE INDEX partnership_parties_by_target ON partnership_parties (target_id, owner_id);
CREATE INDEX partnership_fields_by_target ON partnership_fields (target_id, owner_id);
CREATE INDEX series_partnerships_by_target ON series_partnerships (target_id, owner_id);
CREATE INDEX images_by_hash ON images (file_hash);
CREATE INDEX documents_by_hash ON documents (file_hash);
