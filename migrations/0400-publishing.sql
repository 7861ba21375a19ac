-- 栏目. A retired or merged section keeps its rows and its address (redirect).
create table sections (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null,
  parent_id bigint references sections,
  kind text not null check (kind in
    ('channel', 'overview', 'news', 'notices', 'policies', 'interpretations', 'data', 'service', 'interaction', 'repost', 'feature')),
  -- Page tags ColumnDescription, ColumnKeywords, ColumnType. Source: rules.md 3.3.
  description text not null default '',
  keywords text not null default '',
  column_type text not null default '',
  owner_department_id bigint references departments,
  -- Unit: calendar days without a new item before the section counts as not updated; null: never.
  freshness_days integer check (freshness_days > 0),
  position integer not null default 0,
  -- Place in the home page's 信息公开目录 module; null: not there.
  shortcut_position integer,
  counts_as_disclosure boolean not null default true,
  status text not null default 'active' check (status in ('active', 'retired', 'merged')),
  merged_into_id bigint references sections,
  created_at timestamptz not null default now(),
  check ((status = 'merged') = (merged_into_id is not null))
);
create index sections_parent on sections (parent_id, position);

-- Groups of sections that a report counts together; a section may be in several.
create table section_groups (
  key text primary key,
  name text not null
);
create table section_group_members (
  group_key text not null references section_groups,
  section_id bigint not null references sections,
  primary key (group_key, section_id)
);

-- The identity and the state of an item; its content is in revisions.
create table articles (
  id bigint generated always as identity primary key,
  section_id bigint not null references sections,
  status text not null default 'draft' check (status in ('draft', 'in_review', 'approved', 'scheduled', 'published', 'withdrawn')),
  -- The revision being worked on, and the one the public sees.
  head_revision_id bigint,
  public_revision_id bigint,
  -- In review: the step that is awaited (review_steps.key).
  awaited_step text,
  submitted_by bigint references staff,
  submitted_at timestamptz,
  publish_at timestamptz,
  withdraw_at timestamptz,
  first_published_at timestamptz,
  -- Published without the whole chain; flagged until a second person approves.
  emergency_reason text,
  emergency_by bigint references staff,
  emergency_confirmed_by bigint references staff,
  -- Optimistic lock: the editor sends the version it read.
  version integer not null default 1,
  created_by bigint references staff,
  department_id bigint references departments,
  import_key text unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index articles_status on articles (status, updated_at desc, id desc);
create index articles_section on articles (section_id, id desc);
create index articles_publish_at on articles (publish_at) where status = 'scheduled';
create index articles_withdraw_at on articles (withdraw_at) where withdraw_at is not null;

-- Immutable content. The hash covers every content column (and section and attachments).
create table revisions (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles,
  number integer not null,
  section_id bigint not null references sections,
  title text not null,
  subtitle text not null default '',
  summary text not null default '',
  keywords text not null default '',
  media text not null default 'text' check (media in ('text', 'picture', 'video', 'link')),
  body_html text not null default '',
  body_text text not null default '',
  link_url text,
  origin text not null default 'own' check (origin in ('own', 'repost')),
  source_name text not null default '',
  source_url text,
  originally_published_on date,
  author_name text not null default '',
  -- What the item is: ordinary news, a normative document, another policy document, an interpretation, a response to public concern …
  document_kind text not null default 'general' check (document_kind in
    ('general', 'normative_document', 'policy_document', 'interpretation', 'public_concern_response', 'notice', 'plan', 'budget', 'report')),
  interpretation_form text check (interpretation_form in ('text', 'infographic', 'video', 'commentary', 'interview')),
  document_number text,
  issuing_body text,
  document_date date,
  effectiveness text check (effectiveness in ('in_force', 'amended', 'repealed', 'expired')),
  subject_category text,
  openness text not null default 'proactive' check (openness in ('proactive', 'on_request', 'not_disclosed')),
  openness_reason text,
  -- 五公开: decision, implementation, management, service, result.
  open_stage text check (open_stage in ('decision', 'implementation', 'management', 'service', 'result')),
  content_hash text not null,
  created_by bigint references staff,
  created_at timestamptz not null default now(),
  unique (article_id, number),
  check ((document_kind = 'interpretation') = (interpretation_form is not null))
);
alter table articles add foreign key (head_revision_id) references revisions deferrable initially deferred;
alter table articles add foreign key (public_revision_id) references revisions deferrable initially deferred;
create function refuse_revision_change() returns trigger language plpgsql as $$
begin
  raise exception 'revisions are immutable' using errcode = 'insufficient_privilege';
end $$;
create trigger revisions_immutable before update or delete on revisions
  for each row execute function refuse_revision_change();

create table revision_attachments (
  revision_id bigint not null references revisions,
  position integer not null,
  -- stored_files.id of the platform's file store.
  file_id bigint not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  -- cover: the item's picture; inline: shown in the text; attachment: offered for download.
  role text not null default 'attachment' check (role in ('attachment', 'inline', 'cover')),
  alt text not null default '',
  extracted_text text not null default '',
  primary key (revision_id, position)
);
create index revision_attachments_file on revision_attachments (file_id);

-- The review chain is configuration.
create table review_steps (
  position integer primary key,
  key text not null unique,
  name text not null,
  action text not null,
  -- Nobody who approved another step of the same hash may take this one.
  distinct_person boolean not null default false
);
insert into review_steps values
  (1, 'first_review', '初审', 'publishing.review', false),
  (2, 'secrecy_review', '保密审查', 'publishing.review_secrecy', true),
  (3, 'final_review', '终审签发', 'publishing.publish', false);

-- A decision binds to the hash: an edit voids it.
create table review_decisions (
  id bigint generated always as identity primary key,
  article_id bigint not null references articles,
  revision_id bigint not null references revisions,
  content_hash text not null,
  step text not null,
  decision text not null check (decision in ('approved', 'returned', 'emergency_confirmed')),
  comment text not null default '',
  -- Words for each warning of the pre-check that the reviewer let pass.
  accepted_warnings jsonb not null default '[]',
  decided_by bigint not null references staff,
  decided_at timestamptz not null
);
create index review_decisions_article on review_decisions (article_id, id);

-- What the public sees (ADR 0008). One row an item that is or was public.
create table published_articles (
  article_id bigint primary key references articles,
  revision_id bigint not null references revisions,
  section_id bigint not null references sections,
  -- live: page; notice/gone/merged/archived: the typed ends.
  state text not null default 'live' check (state in ('live', 'notice', 'gone', 'merged', 'archived')),
  state_text text not null default '',
  state_on date,
  merged_into_id bigint references articles,
  title text not null,
  subtitle text not null default '',
  summary text not null default '',
  keywords text not null default '',
  media text not null,
  body_html text not null,
  body_text text not null,
  link_url text,
  origin text not null,
  source_name text not null,
  source_url text,
  originally_published_on date,
  author_name text not null default '',
  document_kind text not null,
  interpretation_form text,
  document_number text,
  issuing_body text,
  document_date date,
  effectiveness text,
  subject_category text,
  index_number text unique,
  open_stage text,
  counts_as_disclosure boolean not null,
  cover_file_id bigint,
  cover_alt text not null default '',
  content_hash text not null,
  published_at timestamptz not null,
  published_on date not null,
  updated_at timestamptz not null
);
create index published_articles_section on published_articles (section_id, published_at desc, article_id desc) where state in ('live', 'archived', 'notice');
create index published_articles_day on published_articles (published_on, section_id);
create index published_articles_newest on published_articles (published_at desc, article_id desc) where state = 'live';
create index published_articles_kind on published_articles (document_kind, published_at desc, article_id desc) where state = 'live';

create table published_attachments (
  article_id bigint not null references published_articles on delete cascade,
  position integer not null,
  file_id bigint not null,
  name text not null,
  media_type text not null,
  size_bytes bigint not null,
  role text not null,
  alt text not null default '',
  primary key (article_id, position)
);
create index published_attachments_file on published_attachments (file_id);

-- One row for each channel that carried the item. The statutory form counts channels apart (rules.md 2.6).
create table deliveries (
  article_id bigint not null references articles,
  channel text not null check (channel in ('website', 'weibo', 'wechat', 'gazette', 'other')),
  delivered_at timestamptz not null,
  delivered_on date not null,
  external_url text,
  recorded_by bigint references staff,
  primary key (article_id, channel)
);
create index deliveries_day on deliveries (delivered_on, channel);

-- Policy documents and their interpretations, linked both ways.
create table policy_interpretations (
  policy_id bigint not null references articles,
  interpretation_id bigint not null references articles,
  linked_by bigint references staff,
  linked_at timestamptz not null default now(),
  primary key (policy_id, interpretation_id),
  check (policy_id <> interpretation_id)
);
create index policy_interpretations_back on policy_interpretations (interpretation_id);

-- Terms the pre-check looks for; the agency edits them.
create table checked_terms (
  id bigint generated always as identity primary key,
  term text not null unique,
  suggestion text not null default '',
  severity text not null check (severity in ('error', 'warning')),
  reason text not null default ''
);

-- Revocable links to a preview.
create table preview_links (
  token_hash text primary key,
  article_id bigint not null references articles,
  created_by bigint not null references staff,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- Who has a draft open, so that the second is told.
create table editing_sessions (
  article_id bigint not null references articles,
  staff_id bigint not null references staff,
  seen_at timestamptz not null,
  primary key (article_id, staff_id)
);

-- Index numbers are handed out without gaps, one row a year.
create table index_number_counters (
  year integer primary key,
  last integer not null
);
