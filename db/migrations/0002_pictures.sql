-- What is made from the pictures of the record so that it can be published (docs/adr/0016-renditions-of-pictures.md).
-- Derived: it is made again when it is missing, and has no entries in the journal.

CREATE TABLE made_pictures (
    mark TEXT PRIMARY KEY,
    file_hash TEXT NOT NULL,
    credit TEXT NOT NULL,
    focal_x DOUBLE PRECISION NOT NULL,
    focal_y DOUBLE PRECISION NOT NULL,
    recipe BIGINT NOT NULL,
    made BIGINT NOT NULL UNIQUE,
    failed BIGINT NOT NULL,
    tone TEXT NOT NULL
);
CREATE INDEX made_pictures_file ON made_pictures (file_hash);

CREATE TABLE renditions (
    mark TEXT NOT NULL REFERENCES made_pictures (mark) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (mark, name)
);

CREATE INDEX images_file ON images (file_hash);
CREATE INDEX documents_file ON documents (file_hash);
