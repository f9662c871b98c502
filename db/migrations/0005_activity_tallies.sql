-- The activities in numbers for maps and charts, by what became of them. Kept with every change, as activity_counts.
--   'field'         value is a field of action; activities
--   'places'        value is the ids of an activity's places in order, joined by '+'; empty for none; activities
--   'participants'  value is an organisation and how well heads are known, joined by '/'; groups of participants, heads
CREATE TABLE activity_tallies (
    dimension TEXT NOT NULL,
    value TEXT NOT NULL,
    year BIGINT NOT NULL,
    status TEXT NOT NULL,
    number BIGINT NOT NULL,
    heads BIGINT NOT NULL,
    PRIMARY KEY (dimension, value, year, status)
);
INSERT INTO activity_tallies (dimension, value, year, status, number, heads)
SELECT 'field', x.target_id, CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), a.status, COUNT(DISTINCT a.id), 0
FROM activity_fields x JOIN activities a ON a.id = x.owner_id
GROUP BY x.target_id, SUBSTR(a.date_first, 1, 4), a.status;
INSERT INTO activity_tallies (dimension, value, year, status, number, heads)
WITH RECURSIVE chain (owner_id, last_id, joined) AS (
    SELECT owner_id, MIN(target_id), MIN(target_id) FROM activity_places GROUP BY owner_id
    UNION ALL
    SELECT c.owner_id, p.target_id, c.joined || '+' || p.target_id
    FROM chain c JOIN activity_places p ON p.owner_id = c.owner_id AND p.target_id > c.last_id
    WHERE NOT EXISTS (SELECT 1 FROM activity_places q WHERE q.owner_id = c.owner_id
                      AND q.target_id > c.last_id AND q.target_id < p.target_id)
)
SELECT 'places', COALESCE(c.joined, ''), CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), a.status, COUNT(*), 0
FROM activities a LEFT JOIN chain c ON c.owner_id = a.id
    AND NOT EXISTS (SELECT 1 FROM activity_places q WHERE q.owner_id = c.owner_id AND q.target_id > c.last_id)
GROUP BY COALESCE(c.joined, ''), SUBSTR(a.date_first, 1, 4), a.status;
INSERT INTO activity_tallies (dimension, value, year, status, number, heads)
SELECT 'participants', COALESCE(g.organisation, '') || '/' || g.head_count,
    CAST(SUBSTR(a.date_first, 1, 4) AS BIGINT), a.status, COUNT(*), COALESCE(SUM(g.number), 0)
FROM activity_participants g JOIN activities a ON a.id = g.owner_id
GROUP BY COALESCE(g.organisation, '') || '/' || g.head_count, SUBSTR(a.date_first, 1, 4), a.status;
