-- What an article's page shows besides it in the same words, one block a line: links to a place in it must not lead there.
alter table article add column echoes text default '' not null;
