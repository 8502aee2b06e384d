-- What pages show besides articles, what articles are filed under, what is decided of them when an edition is composed, and why.

-- What an article's page shows besides it in the same words, one block a line: links to a place in it must not lead there.
alter table article add column echoes text default '' not null;

-- As feeds and pages name them, a category a line.
alter table entry add column categories varchar(4000) default '' not null;
alter table article add column categories varchar(4000) default '' not null;
-- When its page was read, or given up; null where that was before anybody wrote it down.
alter table entry add column settled_at timestamp with time zone;

-- The edition with all its stories, as the browser shows it; empty where the mail holds them all.
alter table edition add column page_html text default '' not null;
-- Only what came out after this was looked at; null where any age was.
alter table edition add column not_before timestamp with time zone;

-- The sources that an edition was made from.
create table edition_source (
    edition_id bigint not null references edition (id),
    source_id  bigint not null references source (id),
    primary key (edition_id, source_id)
);

-- The stories that an edition could have told, by their rank. The number is that in the mail; 0: it is left out.
-- Words are English, as they stand on the command line. A line of the score is a part, its points, and why.
create table edition_story (
    edition_id bigint        not null references edition (id),
    place      integer       not null,
    number     integer       not null,
    verdict    varchar(20)   not null,
    reason     varchar(500)  not null,
    section    varchar(20)   not null,
    topic      varchar(500)  not null,
    topic_why  varchar(500)  not null,
    score      varchar(2000) not null,
    primary key (edition_id, place)
);

-- The articles that were looked at. The place is that of their story, 0 for those left out before stories were made;
-- the position is the one in the story, 0 for the article that leads it.
create table edition_candidate (
    edition_id bigint        not null references edition (id),
    article_id bigint        not null references article (id),
    place      integer       not null,
    position   integer       not null,
    verdict    varchar(20)   not null,
    reason     varchar(500)  not null,
    merged     varchar(1000) not null,
    primary key (edition_id, article_id)
);
create index edition_candidate_article on edition_candidate (article_id);
