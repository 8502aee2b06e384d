-- PostgreSQL makes no index for a foreign key: without these, each person or list that goes reads the table behind it.
create index delivery_subscription on delivery (subscription_id);
create index history_list on history (list_id);

-- What of an edition waits, and when the next of it is due.
create index delivery_due on delivery (edition_id, state, due_at);
