-- How sources are asked, how they are, and what makes an entry the same as another.

-- The copy we hold: where its validators came from, when it was sent whole, its bytes, how much it listed.
alter table source add column validators_of varchar(2000) default '' not null;
alter table source add column full_at timestamp with time zone;
alter table source add column body_hash varchar(64) default '' not null;
alter table source add column listed integer default 0 not null;
update source set validators_of = location where etag <> '' or last_modified <> '';

-- When it may be asked again. Hours and days are sets of bits: hour 0 and Monday are the lowest.
alter table source add column next_try timestamp with time zone;
alter table source add column rest_seconds bigint default 0 not null;
alter table source add column skip_hours integer default 0 not null;
alter table source add column skip_days integer default 0 not null;
alter table source add column failures integer default 0 not null;
alter table source add column asks_to_wait boolean default false not null;
alter table source add column gone_since timestamp with time zone;

-- Where it has moved: what redirects name, how often in a row, and what is asked instead.
alter table source add column seen_at varchar(2000) default '' not null;
alter table source add column sightings integer default 0 not null;
alter table source add column moved_to varchar(2000) default '' not null;

-- Who reads it now.
alter table source add column claimed_by varchar(300) default '' not null;
alter table source add column claimed_until timestamp with time zone;

-- Keys are hashes: of the address without what does not matter, and of the title. Empty: nothing to go by.
alter table entry add column address_key varchar(64) default '' not null;
alter table entry add column title_key varchar(64) default '' not null;
-- When it came out, as far as that can be believed: never before the web, never after it was first seen.
alter table entry add column dated timestamp with time zone;
alter table entry add column next_try timestamp with time zone;
alter table entry add column claimed_by varchar(300) default '' not null;
alter table entry add column claimed_until timestamp with time zone;
update entry set dated = case when published between timestamp with time zone '1995-01-01 00:00:00+00' and first_seen
    then published else first_seen end;
alter table entry alter column dated set not null;
create index entry_address on entry (address_key);
create index entry_title on entry (source_id, title_key);
create index entry_dated on entry (source_id, dated);

-- SimHash of the text, 64 bits; 0 for an article that was stored before there was one.
alter table article add column fingerprint bigint default 0 not null;
