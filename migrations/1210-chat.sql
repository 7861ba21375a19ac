-- 在线交流: one row a talk. Who asks and what is said is sealed; lists know the masked question and answer. Law: PIPL art. 51.
create table chat_talks (
  id bigint generated always as identity primary key,
  number text not null unique,
  status text not null default 'waiting' check (status in ('waiting', 'talking', 'closed')),
  opened_at timestamptz not null,
  on_day date not null,
  question_masked text not null,
  answer_masked text not null default '',
  -- As the hotline sorts its calls; written down when the talk closes.
  kind text check (kind in ('policy_consultation', 'information_query', 'service_guide', 'complaint_report')),
  topic text not null default '',
  citizen_sealed bytea,
  -- The same telephone under the agency's key, as letters and calls have it.
  citizen_key text,
  -- Of the form: sent again, it is the same talk.
  submission_key text not null unique,
  agent_id bigint references staff,
  claimed_at timestamptz,
  first_reply_at timestamptz,
  -- The last word of either side, and the last time the citizen's page was seen: idle talks are closed.
  last_said_at timestamptz not null,
  citizen_seen_at timestamptz not null,
  closed_at timestamptz,
  closed_by text check (closed_by in ('agent', 'citizen', 'idle')),
  outcome text check (outcome in ('answered', 'unanswered', 'turned_into_letter', 'turned_into_request')),
  letter_id bigint references letters,
  request_id bigint references foi_requests,
  awaits_registration boolean not null default false,
  -- The citizen's own word, once.
  solved boolean,
  check ((status = 'waiting') <= (agent_id is null)),
  check ((status = 'talking') <= (agent_id is not null and claimed_at is not null)),
  check ((status = 'closed') = (closed_at is not null)),
  check ((status = 'closed') = (outcome is not null))
);
create index chat_talks_newest on chat_talks (opened_at desc, id desc);
create index chat_talks_day on chat_talks (on_day, id);
create index chat_talks_open on chat_talks (status, opened_at) where status <> 'closed';
create index chat_talks_awaiting on chat_talks (opened_at, id) where awaits_registration;

-- Words as they were said, in order; a note is for staff only.
create table chat_messages (
  id bigint generated always as identity primary key,
  talk_id bigint not null references chat_talks,
  author text not null check (author in ('citizen', 'agent', 'note')),
  staff_id bigint references staff,
  body_sealed bytea not null,
  said_at timestamptz not null,
  -- Sent again, it is the same message.
  message_key text not null unique,
  from_corpus text check (from_corpus in ('letters', 'entries')),
  from_entry text,
  check ((author = 'citizen') = (staff_id is null)),
  check ((from_corpus is null) = (from_entry is null))
);
create index chat_messages_talk on chat_messages (talk_id, id);

create table chat_numbers (year integer primary key, last integer not null);

-- An agent is on duty until then; the console moves it on as long as it is open.
create table chat_duty (
  staff_id bigint primary key references staff,
  until timestamptz not null
);

-- The agency's own: on working days, in these hours.
create table chat_settings (
  only_row boolean primary key default true check (only_row),
  in_use boolean not null default true,
  hours jsonb not null default '[{"from": "09:00", "until": "12:00"}, {"from": "13:30", "until": "17:00"}]',
  -- Unit: minutes.
  idle_after integer not null default 20 check (idle_after between 5 and 240),
  -- Where a talk goes that becomes a letter at the citizen's wish; null: the first mailbox.
  mailbox text references mailboxes (key)
);
insert into chat_settings default values;

alter table letters
  drop constraint letters_source_kind_check,
  add constraint letters_source_kind_check check (source_kind in ('call', 'foi_request', 'counter', 'post', 'chat'));
alter table knowledge_entries
  drop constraint knowledge_entries_from_corpus_check,
  add constraint knowledge_entries_from_corpus_check check (from_corpus in ('letters', 'calls', 'talks'));

-- What statistics may know of a talk.
create view chat_facts as
select id as row_id, number, on_day, kind, topic, outcome, agent_id, solved,
  first_reply_at is not null as answered,
  extract(epoch from first_reply_at - opened_at)::double precision / 60 as first_reply_minutes
from chat_talks;
