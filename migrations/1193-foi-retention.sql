-- How long personal data of a case is kept after the answer. One row. [configuration]: no rule gives one number for every agency; its own
-- 归档范围和保管期限表 does (国家档案局令第8号 knows 10 and 30 years). Unit: years.
create table foi_retention (
  only_row boolean primary key default true check (only_row),
  years smallint not null default 10 check (years between 1 and 100),
  basis text not null default ''
);
insert into foi_retention default values;
