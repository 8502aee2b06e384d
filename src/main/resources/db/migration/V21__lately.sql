-- Who joined and who left lately, for the overview.
create index history_happened on history (happened_at, event);
