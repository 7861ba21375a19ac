-- Yearly numbers, given atomically: the row is locked while a number is taken.
create table foi_request_numbers (
  year integer primary key,
  last integer not null
);

-- 依申请公开: one row a request; its events say what happened, and every date is replayed from them.
create table foi_requests (
  id bigint generated always as identity primary key,
  number text not null unique,
  -- Law: Order 492 art. 20, Order 711 art. 29 (ways to apply); the four rows of the form of 2014.
  channel text not null check (channel in ('in_person', 'fax', 'internet', 'letter')),
  applicant_kind text not null check (applicant_kind in
    ('natural_person', 'business', 'research', 'social_welfare', 'legal_service', 'other_organization')),
  status text not null check (status in
    ('submitted', 'handling', 'in_approval', 'approved', 'answered', 'archived')),
  -- Day of legal receipt; day one of the clock is the day after. Law: Order 711 art. 31. Null until confirmed.
  received_on date,
  submitted_at timestamptz not null default now(),
  confirmation_note text not null default '',
  -- Rule pack of the day of receipt.
  rules text check (rules in ('492', '711')),
  -- Sealed (AES-GCM): who asks, and the words as written. Reads are audited.
  applicant_sealed bytea,
  description_sealed bytea,
  -- What lists and the public log may show: personal data is masked.
  applicant_masked text not null default '',
  description_masked text not null,
  document_number text not null default '',
  form_wanted text not null default 'electronic' check (form_wanted in ('paper', 'electronic', 'copy', 'inspect')),
  delivery text not null default 'online' check (delivery in ('online', 'email', 'post', 'counter', 'fax')),
  -- Keyed hashes: the same applicant is found without opening the seal; the code is never stored.
  applicant_digest text,
  query_code_digest text,
  submission_key text unique,
  description_words text not null default '',
  outcome text check (outcome in
    ('granted', 'partly_granted', 'refused_state_secret', 'refused_forbidden_by_law', 'refused_security', 'refused_third_party',
     'refused_internal', 'refused_process', 'refused_enforcement_file', 'refused_administrative_query', 'unavailable_not_held',
     'unavailable_must_create', 'unavailable_still_unclear', 'unprocessed_petition', 'unprocessed_duplicate',
     'unprocessed_publication', 'unprocessed_excessive', 'unprocessed_confirm_again', 'other_no_correction', 'other_fee_unpaid',
     'other')),
  -- Finer than the statutory row where the form of 2014 asks for more.
  outcome_detail text check (outcome_detail in ('already_public', 'provided', 'trade_secret', 'privacy', 'other_agency', 'does_not_exist')),
  answered_on date,
  handler_id bigint references staff,
  department_id bigint references departments,
  duplicate_of_id bigint references foi_requests,
  in_public_log boolean not null default false,
  import_key text unique,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  check ((outcome is null) = (answered_on is null)),
  check (answered_on is null or answered_on >= received_on),
  check ((received_on is null) = (rules is null))
);
create index foi_requests_received on foi_requests (received_on, id);
create index foi_requests_answered on foi_requests (answered_on, id) where answered_on is not null;
create index foi_requests_open on foi_requests (id) where answered_on is null;
create index foi_requests_applicant on foi_requests (applicant_digest) where applicant_digest is not null;
create index foi_requests_public_log on foi_requests (answered_on desc, id desc) where in_public_log;

-- The log. Clock events carry what the clock needs in detail; nothing about a due date is stored.
create table foi_events (
  id bigint generated always as identity primary key,
  request_id bigint not null references foi_requests,
  kind text not null,
  on_day date not null,
  detail jsonb not null default '{}',
  staff_id bigint references staff,
  at timestamptz not null default now()
);
create index foi_events_request on foi_events (request_id, id);

-- An answer as drafted and approved; approving binds to this text.
create table foi_answers (
  id bigint generated always as identity primary key,
  request_id bigint not null references foi_requests,
  outcome text not null,
  outcome_detail text,
  legal_basis text not null,
  body text not null,
  content_hash text not null,
  drafted_by bigint not null references staff,
  drafted_at timestamptz not null,
  approved_by bigint references staff,
  approved_at timestamptz,
  returned_reason text
);
create index foi_answers_request on foi_answers (request_id, id);

-- 行政复议, 行政诉讼 and complaints about a request. Law: Order 711 art. 51; table four of the annual report.
create table foi_remedies (
  id bigint generated always as identity primary key,
  request_id bigint references foi_requests,
  kind text not null check (kind in ('complaint', 'reconsideration', 'lawsuit_direct', 'lawsuit_after_reconsideration')),
  filed_on date not null,
  result text check (result in ('upheld', 'corrected', 'other')),
  decided_on date,
  note text not null default '',
  check ((result is null) = (decided_on is null)),
  check (decided_on is null or decided_on >= filed_on)
);
create index foi_remedies_filed on foi_remedies (filed_on);

-- What statistics may know of a request: no words of the applicant.
create view foi_request_facts as
select
  id as row_id,
  number,
  received_on,
  answered_on,
  channel,
  applicant_kind,
  outcome,
  outcome_detail,
  exists (select from foi_events where foi_events.request_id = foi_requests.id and foi_events.kind = 'extension') as extended
from foi_requests
where received_on is not null;
