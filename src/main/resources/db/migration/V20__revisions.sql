-- What somebody changed of an edition before it went out. Texts are empty where the edition's own are made of its headlines.
alter table edition add column revision      integer       default 0  not null;
alter table edition add column own_subject   varchar(500)  default '' not null;
alter table edition add column own_preheader varchar(1000) default '' not null;
