-- How many activities there are a year, for each value that lists are filtered by. Kept with every change, so that
-- pages count without reading the activities. 'all' has the empty value.
CREATE TABLE activity_counts (
    dimension TEXT NOT NULL,
    value TEXT NOT NULL,
    year BIGINT NOT NULL,
    activities BIGINT NOT NULL,
    PRIMARY KEY (dimension, value, year)
);
INSERT INTO activity_counts (dimension, value, year, activities)
SELECT 'all', '', CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), COUNT(*) FROM activities a
GROUP BY SUBSTR(a.date_first, 1, 4);
INSERT INTO activity_counts (dimension, value, year, activities)
SELECT 'kind', a.kind, CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), COUNT(*) FROM activities a
GROUP BY a.kind, SUBSTR(a.date_first, 1, 4);
INSERT INTO activity_counts (dimension, value, year, activities)
SELECT 'status', a.status, CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), COUNT(*) FROM activities a
GROUP BY a.status, SUBSTR(a.date_first, 1, 4);
INSERT INTO activity_counts (dimension, value, year, activities)
SELECT 'series', a.series, CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), COUNT(*) FROM activities a
WHERE a.series IS NOT NULL
GROUP BY a.series, SUBSTR(a.date_first, 1, 4);
INSERT INTO activity_counts (dimension, value, year, activities)
SELECT 'field', x.target_id, CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), COUNT(DISTINCT a.id)
FROM activity_fields x JOIN activities a ON a.id = x.owner_id
GROUP BY x.target_id, SUBSTR(a.date_first, 1, 4);
INSERT INTO activity_counts (dimension, value, year, activities)
SELECT 'organisation', x.organisation, CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), COUNT(DISTINCT a.id)
FROM activity_organisations x JOIN activities a ON a.id = x.owner_id
GROUP BY x.organisation, SUBSTR(a.date_first, 1, 4);
INSERT INTO activity_counts (dimension, value, year, activities)
SELECT 'partnership', x.target_id, CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), COUNT(DISTINCT a.id)
FROM activity_partnerships x JOIN activities a ON a.id = x.owner_id
GROUP BY x.target_id, SUBSTR(a.date_first, 1, 4);
INSERT INTO activity_counts (dimension, value, year, activities)
SELECT 'place', x.target_id, CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), COUNT(DISTINCT a.id)
FROM activity_places x JOIN activities a ON a.id = x.owner_id
GROUP BY x.target_id, SUBSTR(a.date_first, 1, 4);
