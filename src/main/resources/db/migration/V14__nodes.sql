-- When and how an edition's mails leave, and which installations mail from this database.

-- As the digest said when the edition was composed. What becomes of mails in doubt: RESEND or HOLD.
alter table edition add column doubt     varchar(10) default 'RESEND' not null;
-- How long a refusal for now is tried again, in seconds from the time the mail was due.
alter table edition add column tries_for integer     default 86400    not null;
-- Mails leave from and until these times of the digest's zone; null: at any time.
alter table edition add column send_from time;
alter table edition add column send_to   time;

-- Who mails from this database. One that is not confirmed stays silent.
create table node (
    id           varchar(100) primary key,
    -- 1, 2, 3 in the order they came; two that come at once do not both become the first.
    ordinal      integer      not null unique,
    -- A hash that tells machines apart; empty where the operator named the node.
    machine      varchar(100) not null,
    host         varchar(255) not null,
    first_seen   timestamp with time zone not null,
    last_seen    timestamp with time zone not null,
    confirmed_at timestamp with time zone
);

-- Grows with all that is mailed. A database whose mark is lower than what a node remembers was restored.
create table node_mark (
    mark bigint not null
);
insert into node_mark (mark) values (0);
