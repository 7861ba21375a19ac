-- A document that no longer binds names the one that took its place.
alter table revisions add column successor_id bigint references articles;
alter table published_articles add column successor_id bigint references articles;
create index published_articles_successor on published_articles (successor_id) where successor_id is not null;

-- A withdrawal set for later: how, why, and where a merged item leads.
alter table articles
  add column withdraw_kind text check (withdraw_kind in ('notice', 'gone', 'merged', 'archived')),
  add column withdraw_reason text,
  add column withdraw_into_id bigint references articles,
  add check ((withdraw_at is null) = (withdraw_kind is null));

-- What became of each schedule, and how late it was.
create table schedule_firings (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles,
  kind text not null check (kind in ('publish', 'withdraw')),
  due_at timestamptz not null,
  fired_at timestamptz not null,
  -- Null: done. Else the code of the refusal.
  refusal text
);
create index schedule_firings_due on schedule_firings (due_at);

alter table preview_links
  add column id bigint generated always as identity unique,
  add column created_at timestamptz not null default now();
create index preview_links_article on preview_links (article_id, id);

-- Files that came in through the editor: only these may go with an item.
create table uploads (
  file_id bigint primary key references stored_files,
  uploaded_by bigint references staff,
  uploaded_at timestamptz not null default now()
);
insert into uploads (file_id) select distinct file_id from revision_attachments
  where file_id in (select id from stored_files) on conflict do nothing;

-- What the last request to a linked address brought. Unknown: the network gave no answer.
create table checked_links (
  address text primary key,
  outcome text not null check (outcome in ('alive', 'dead', 'refusing', 'internal', 'unknown')),
  status integer,
  checked_at timestamptz not null
);

-- 主题分类: the agency's own list. These are the classes of the State Council's document library [GK].
create table subject_categories (
  name text primary key,
  position integer not null default 0
);
insert into subject_categories (position, name)
  select row_number() over (), name from unnest(array[
    '国务院组织机构', '综合政务', '国民经济管理、国有资产监管', '财政、金融、审计', '国土资源、能源', '农业、林业、水利',
    '工业、交通', '商贸、海关、旅游', '市场监管、安全生产监管', '城乡建设、环境保护', '科技、教育', '文化、广电、新闻出版',
    '卫生、体育', '人口与计划生育、妇女儿童工作', '劳动、人事、监察', '公安、安全、司法', '民政、扶贫、救灾',
    '民族、宗教', '对外事务', '港澳台侨工作', '国防', '其他']) as name;

-- Choices of the agency for publishing. One row; an absent key has its default.
create table publishing_settings (
  only_row boolean primary key default true check (only_row),
  settings jsonb not null,
  updated_at timestamptz not null default now()
);
