-- How long personal data of letters and talks is kept after they ended. One row. [configuration]: the agency's own 归档范围和保管期限表
-- says it (国家档案局令第8号 knows 10 and 30 years). Unit: years. Law: PIPL art. 19.
create table letter_retention (
  only_row boolean primary key default true check (only_row),
  years smallint not null default 10 check (years between 1 and 100),
  basis text not null default ''
);
insert into letter_retention default values;
alter table letters add column erased_at timestamptz;
alter table chat_talks add column erased_at timestamptz;
create index letters_retention on letters (received_on) where erased_at is null;
create index chat_talks_retention on chat_talks (on_day) where erased_at is null;
