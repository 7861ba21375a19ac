-- How each mailbox works is the agency's own. Unit: working days. Source: rules.md 5.1 (no national limit was found: configuration).
alter table mailboxes
  add column accept_within integer not null default 5 check (accept_within between 1 and 60),
  add column warn_before integer not null default 2 check (warn_before between 0 and 20),
  -- A bad rating or an objection has a clock of its own.
  add column follow_up_within integer not null default 5 check (follow_up_within between 1 and 60),
  -- So long after a reply may the sender object; then the letter is closed.
  add column objections_within integer not null default 15 check (objections_within between 1 and 90),
  add column attachments_most integer not null default 5 check (attachments_most between 0 and 10),
  add column in_use boolean not null default true;

-- 来信主题: three levels that the agency edits. A topic may have its own deadline; else its parent's, else the mailbox's.
create table letter_topics (
  id bigint generated always as identity primary key,
  parent_id bigint references letter_topics,
  level integer not null check (level between 1 and 3),
  name text not null check (name <> ''),
  position integer not null default 0,
  answer_within integer check (answer_within between 1 and 60),
  in_use boolean not null default true,
  check ((parent_id is null) = (level = 1)),
  unique nulls not distinct (parent_id, name)
);
with first as (
  insert into letter_topics (level, name, position) values
    (1, '政策咨询', 1), (1, '办事服务', 2), (1, '资金与补贴', 3), (1, '监督举报', 4), (1, '意见建议', 5), (1, '其他', 6)
  returning id, name
), second as (
  insert into letter_topics (parent_id, level, name, position)
  select first.id, 2, given.name, given.position
  from (values
    ('政策咨询', '政策解释', 1), ('政策咨询', '适用范围', 2),
    ('办事服务', '办理条件', 1), ('办事服务', '办理进度', 2), ('办事服务', '系统使用', 3),
    ('资金与补贴', '申报', 1), ('资金与补贴', '发放', 2),
    ('监督举报', '服务态度', 1), ('监督举报', '违规行为', 2),
    ('意见建议', '制度建议', 1), ('意见建议', '网站建议', 2)) as given (parent, name, position)
  join first on first.name = given.parent
  returning id, name
)
insert into letter_topics (parent_id, level, name, position)
select second.id, 3, given.name, given.position
from (values
  ('政策解释', '文件含义', 1), ('政策解释', '新旧衔接', 2),
  ('适用范围', '适用对象', 1), ('适用范围', '地域范围', 2),
  ('办理条件', '所需材料', 1), ('办理条件', '资格条件', 2),
  ('办理进度', '超期未办', 1), ('办理进度', '结果查询', 2),
  ('系统使用', '登录注册', 1), ('系统使用', '故障报告', 2),
  ('申报', '申报时间', 1), ('申报', '申报方式', 2),
  ('发放', '未到账', 1), ('发放', '金额有误', 2),
  ('服务态度', '窗口', 1), ('服务态度', '电话', 2),
  ('违规行为', '收费', 1), ('违规行为', '采购招标', 2)) as given (parent, name, position)
join second on second.name = given.parent;

alter table letters drop constraint letters_status_check;
alter table letters
  add constraint letters_status_check check (status in
    ('received', 'handling', 'in_approval', 'replied', 'closed', 'refused', 'routed', 'merged', 'withdrawn')),
  add column topic_id bigint references letter_topics,
  add column accept_due_on date,
  -- replied_on is the first reply; these are the latest reply and the final closing.
  add column last_replied_on date,
  add column closed_on date,
  -- Where the sender is told to turn, or where the letter was passed on.
  add column authority text not null default '',
  add column name_withdrawn boolean not null default false,
  -- What a letter was opened from, when a member of staff opened it.
  add column source_kind text check (source_kind in ('call', 'foi_request', 'counter', 'post')),
  add column source_id bigint,
  -- Under the agency's key: the same telephone, the same words. Nobody else can compute them.
  add column sender_key text,
  add column text_key text,
  add constraint letters_merged check ((status = 'merged') <= (duplicate_of_id is not null)),
  add constraint letters_closed check ((status = 'closed') <= (closed_on is not null)),
  add column words tsvector generated always as (array_to_tsvector(search_words(
    left(number || ' ' || subject_public || ' ' || body_public || ' ' || reply_public, 20000)))) stored;
update letters set last_replied_on = replied_on where replied_on is not null;
-- What was taken over with its reply has come to its end.
update letters set status = 'closed', closed_on = replied_on where import_key is not null and status = 'replied';
create unique index letters_source on letters (source_kind, source_id) where source_id is not null;
create index letters_sender on letters (sender_key) where sender_key is not null;
create index letters_text on letters (text_key) where text_key is not null;
create index letters_words on letters using gin (words);
create index letters_released_mailbox on letters (mailbox, replied_on desc, id desc) where released;
create index letters_department on letters (department_id, received_on) where department_id is not null;
create index letters_duplicates on letters (duplicate_of_id) where duplicate_of_id is not null;

alter table letter_replies add column approved_on date;
update letter_replies set approved_on = letters.replied_on
from letters where letters.id = letter_replies.letter_id and letter_replies.approved_by is not null;

-- 转办: one main and any number of assisting departments; a row ends when it is returned or the letter goes elsewhere.
create table letter_dispatches (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters,
  department_id bigint not null references departments,
  part text not null check (part in ('main', 'assisting')),
  note text not null default '',
  dispatched_by bigint not null references staff,
  dispatched_on date not null,
  claimed_by bigint references staff,
  claimed_on date,
  -- What an assisting department tells the main one; as written, so sealed.
  opinion_sealed bytea,
  opinion_by bigint references staff,
  opinion_on date,
  ended_on date,
  ended_as text check (ended_as in ('returned', 'dispatched_anew')),
  ended_because text not null default '',
  check ((ended_on is null) = (ended_as is null))
);
create unique index letter_dispatches_main on letter_dispatches (letter_id) where part = 'main' and ended_on is null;
create unique index letter_dispatches_current on letter_dispatches (letter_id, department_id) where ended_on is null;
create index letter_dispatches_department on letter_dispatches (department_id, letter_id) where ended_on is null;

-- 回访: what a bad rating or an objection opens, with a clock of its own.
create table letter_follow_ups (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters,
  cause text not null check (cause in ('bad_rating', 'objection')),
  words_sealed bytea,
  opened_on date not null,
  due_on date,
  closed_on date,
  closed_by bigint references staff,
  outcome_sealed bytea
);
create unique index letter_follow_ups_open on letter_follow_ups (letter_id) where closed_on is null;
create index letter_follow_ups_letter on letter_follow_ups (letter_id, id);

-- A warning is given once for each clock and day.
create table letter_warnings (
  letter_id bigint not null references letters,
  kind text not null check (kind in ('acceptance_due', 'due_soon', 'overdue', 'three_months', 'follow_up_overdue')),
  for_day date not null,
  warned_on date not null,
  primary key (letter_id, kind, for_day)
);

-- The file is sealed and never public; its name and text are masked, and shown only when somebody says so.
create table letter_attachments (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters,
  file_id bigint not null references stored_files,
  name_sealed bytea not null,
  name_public text not null,
  text_public text not null default '',
  shown boolean not null default false
);
create index letter_attachments_letter on letter_attachments (letter_id, id);

-- How often a network, a telephone, a text wrote, or guessed, in an hour. Keys are digests; rows live two days.
create table letter_limits (
  kind text not null,
  key text not null,
  hour timestamptz not null,
  count integer not null,
  primary key (kind, key, hour)
);
create index letter_limits_hour on letter_limits (hour);

create or replace view letter_facts as
select
  letters.id as row_id,
  letters.number,
  mailboxes.name as mailbox_name,
  letters.mailbox,
  letters.received_on,
  letters.replied_on,
  letters.department_id,
  letters.rating,
  letters.status,
  letters.accepted_on,
  letters.closed_on,
  letters.topic_id
from letters
join mailboxes on mailboxes.key = letters.mailbox;
