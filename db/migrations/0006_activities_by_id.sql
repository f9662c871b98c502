-- What lists of activities are filtered by, found by id without reading the whole row: for counting those to which
-- several conditions apply.
CREATE INDEX activities_filtered ON activities (id, kind, status, series, date_first);
