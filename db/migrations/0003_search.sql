-- What the search keeps: made from the record and the journal, and made anew where it is missing or was made by another
-- analysis (docs/adr/0017-own-search-index.md). The one row of search_state says which journal entry it has come to.

CREATE TABLE search_state (
    id BIGINT PRIMARY KEY,
    epoch TEXT NOT NULL,
    analysis BIGINT NOT NULL,
    sequence BIGINT NOT NULL
);

-- Words as they stand in texts, in lower case, by language; '' for names, '@' for ids of records that others refer to.
CREATE TABLE search_words (
    number BIGINT PRIMARY KEY,
    language TEXT NOT NULL,
    word TEXT NOT NULL,
    stems TEXT NOT NULL
);

-- Of each record the words with their weights; empty for a record that is there no more.
CREATE TABLE search_entries (
    record_id TEXT PRIMARY KEY,
    sequence BIGINT NOT NULL,
    contents BLOB NOT NULL
);
CREATE INDEX search_entries_by_sequence ON search_entries (sequence);
