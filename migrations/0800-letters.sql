create table letter_numbers (
  year integer primary key,
  last integer not null
);

-- 局长信箱, 投诉建议, 咨询投诉. Deadlines are the agency's own (unit: working days). Source: rules.md 5.1 (configuration).
create table mailboxes (
  key text primary key,
  name text not null,
  description text not null default '',
  answer_within integer not null default 15 check (answer_within between 1 and 60),
  name_required boolean not null default true,
  phone_required boolean not null default true,
  position integer not null default 0
);
insert into mailboxes (key, name, description, answer_within, position) values
  ('director', '局长信箱', '对本机关工作的意见、建议和需要负责人了解的情况。', 15, 1),
  ('complaints', '投诉建议', '对服务质量、工作作风的投诉和改进建议。', 15, 2),
  ('consultation', '咨询投诉', '对政策、办事条件和办理流程的咨询。', 7, 3);

-- One letter: a sealed original and a public version. Law: PIPL art. 51; rules.md 5.1.
create table letters (
  id bigint generated always as identity primary key,
  number text not null unique,
  mailbox text not null references mailboxes,
  status text not null check (status in ('received', 'handling', 'in_approval', 'replied', 'refused', 'withdrawn')),
  topic text not null default '',
  -- Name, telephone, subject and words as written (AES-GCM). Reads are audited.
  original_sealed bytea not null,
  subject_public text not null,
  body_public text not null,
  consents_to_publication boolean not null default false,
  submitted_at timestamptz not null,
  received_on date not null,
  accepted_on date,
  refusal_ground text check (refusal_ground in
    ('not_our_duty', 'petition_channel', 'in_lawsuit_or_review', 'disclosure_request', 'unclear', 'repeated', 'abusive')),
  department_id bigint references departments,
  handler_id bigint references staff,
  due_on date,
  reply_sealed bytea,
  reply_public text not null default '',
  replied_at timestamptz,
  replied_on date,
  -- Released by a second person for the public list.
  released boolean not null default false,
  rating integer check (rating between 1 and 5),
  rated_at timestamptz,
  supervised boolean not null default false,
  duplicate_of_id bigint references letters,
  submission_key text unique,
  import_key text unique,
  version integer not null default 1,
  check ((replied_on is null) = (replied_at is null)),
  check (replied_on is null or replied_on >= received_on)
);
create index letters_received on letters (received_on, id);
create index letters_open on letters (due_on, id) where status in ('received', 'handling', 'in_approval');
create index letters_released on letters (replied_on desc, id desc) where released;

create table letter_events (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters,
  kind text not null,
  on_day date not null,
  detail jsonb not null default '{}',
  staff_id bigint references staff,
  at timestamptz not null default now()
);
create index letter_events_letter on letter_events (letter_id, id);

-- What statistics may know of a letter.
create view letter_facts as
select
  letters.id as row_id,
  letters.number,
  mailboxes.name as mailbox_name,
  letters.mailbox,
  letters.received_on,
  letters.replied_on,
  letters.department_id,
  letters.rating
from letters
join mailboxes on mailboxes.key = letters.mailbox;

-- Answers that may be suggested, one corpus beside another. An imported letter goes by its own id.
create view reference_answers as
select 'letters' as corpus, coalesce(import_key, number) as entry, subject_public as title, reply_public as answer
from letters
where replied_on is not null;
