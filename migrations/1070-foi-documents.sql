-- Word templates of letters that the agency edited; without a row the built-in one is used.
create table foi_letter_templates (
  kind text primary key,
  file_id bigint not null references stored_files,
  uploaded_by bigint not null references staff,
  uploaded_at timestamptz not null
);

-- 文号 of outgoing letters, handed out without gaps, one row a year.
create table foi_letter_numbers (
  year integer primary key,
  last integer not null
);

-- Letters as they went out; the file is sealed, because it names the applicant.
create table foi_letters (
  id bigint generated always as identity primary key,
  request_id bigint not null references foi_requests,
  kind text not null,
  document_number text not null unique,
  file_id bigint not null references stored_files,
  -- The answer that the letter carries; null for notices.
  answer_id bigint references foi_answers,
  shown_to_applicant boolean not null,
  made_by bigint not null references staff,
  made_at timestamptz not null
);
create index foi_letters_request on foi_letters (request_id, id);

-- What belongs to a case besides letters: the record that was asked for, its redacted form, proof of delivery.
create table foi_case_files (
  id bigint generated always as identity primary key,
  request_id bigint not null references foi_requests,
  file_id bigint not null references stored_files,
  role text not null check (role in ('record', 'redacted', 'delivery_proof', 'other')),
  note text not null default '',
  redacted_from_id bigint references foi_case_files,
  -- Why each place was covered; never what stood there.
  reasons jsonb not null default '[]',
  shown_to_applicant boolean not null default false,
  added_by bigint not null references staff,
  added_at timestamptz not null,
  check ((role = 'redacted') = (redacted_from_id is not null))
);
create index foi_case_files_request on foi_case_files (request_id, id);

-- The complete list of a case when it was archived, with its hash. Law: Order 711 art. 45.
create table foi_archives (
  id bigint generated always as identity primary key,
  request_id bigint not null references foi_requests,
  manifest jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  made_by bigint not null references staff,
  made_at timestamptz not null
);
create index foi_archives_request on foi_archives (request_id, id);

-- What was released in a case and then published for everybody. Law: Order 711 art. 44.
create table foi_publications (
  request_id bigint not null references foi_requests,
  article_id bigint not null references articles,
  started_by bigint not null references staff,
  started_at timestamptz not null,
  primary key (request_id, article_id)
);

-- Withheld information is looked at again from time to time. Law: Order 711 art. 18.
create table foi_reassessments (
  id bigint generated always as identity primary key,
  request_id bigint not null references foi_requests,
  on_day date not null,
  result text not null check (result in ('still_withheld', 'may_be_disclosed')),
  reason text not null,
  next_on date,
  decided_by bigint not null references staff,
  decided_at timestamptz not null
);
create index foi_reassessments_request on foi_reassessments (request_id, id);
