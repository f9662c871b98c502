-- Next steps by when they are due, for those who have to take them.
CREATE INDEX activity_outcomes_due ON activity_outcomes (kind, due_last);
