-- What of an edition is due next is found by an index that neither a claim nor an answer changes: both are quick, however
-- many indexes a state would be in. A refusal for now moves due_at.
create index delivery_turn on delivery (edition_id, due_at, id);
drop index delivery_state;
drop index delivery_due;

-- How often nobody knew whether a mail arrived.
alter table delivery add column doubts integer default 0 not null;

-- Since when a mail is tried again that was refused for now; null where it was not.
alter table delivery add column tries_from timestamp with time zone;

-- How many rows of an edition are in each state, kept with every change of one, so that nobody counts a million rows.
create table delivery_count (
    edition_id bigint primary key references edition (id) on delete cascade,
    pending    bigint default 0 not null,
    claimed    bigint default 0 not null,
    sent       bigint default 0 not null,
    retry      bigint default 0 not null,
    failed     bigint default 0 not null,
    suppressed bigint default 0 not null,
    doubt      bigint default 0 not null,
    -- mails that a server took, and those of them that may be sent once more: their difference is never above the sum
    taken      bigint default 0 not null,
    repeats    bigint default 0 not null
);
insert into delivery_count (edition_id, pending, claimed, sent, retry, failed, suppressed, doubt, taken)
select edition_id,
       sum(case when state = 'PENDING' then 1 else 0 end),
       sum(case when state = 'CLAIMED' then 1 else 0 end),
       sum(case when state = 'SENT' then 1 else 0 end),
       sum(case when state = 'RETRY' then 1 else 0 end),
       sum(case when state = 'FAILED' then 1 else 0 end),
       sum(case when state = 'SUPPRESSED' then 1 else 0 end),
       sum(case when state = 'DOUBT' then 1 else 0 end),
       sum(case when state = 'SENT' then 1 else 0 end)
from delivery group by edition_id;
