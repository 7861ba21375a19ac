-- What the form of Order 711 art. 29 asks besides, how a case reached the agency (art. 31), and who works on it until when.
alter table foi_requests
  -- Day on which it physically arrived; received_on is the day of legal receipt.
  add column arrived_on date,
  add column arrival text check (arrival in ('handed_over', 'signed_for', 'ordinary', 'electronic')),
  add column confirmed_by bigint references staff,
  add column confirmed_at timestamptz,
  -- Spoken, typed in by staff. Law: Order 711 art. 29 ¶1.
  add column oral boolean not null default false,
  -- Asked for help with reading, seeing or hearing. Law: Order 711 art. 43.
  add column help_wanted boolean not null default false,
  -- Keyed hash of name and telephone: the same applicant without an identity number.
  add column contact_digest text,
  -- Hashes of the words (MinHash bands): texts that share one are compared.
  add column likeness integer[],
  add column internal_due_on date,
  add column edited_at timestamptz;

create index foi_requests_contact on foi_requests (contact_digest) where contact_digest is not null;
create index foi_requests_likeness on foi_requests using gin (likeness) where likeness is not null;
create index foi_requests_handler on foi_requests (handler_id) where answered_on is null;

-- Files of a case; personal ones are sealed in the file store. `added_by` null: the applicant.
create table foi_files (
  id bigint generated always as identity primary key,
  request_id bigint not null references foi_requests,
  file_id bigint not null references stored_files,
  kind text not null check (kind in ('identity_proof', 'application', 'correction', 'delivery_proof', 'consultation')),
  added_by bigint references staff,
  added_at timestamptz not null default now()
);
create index foi_files_request on foi_files (request_id, id);
create index foi_files_file on foi_files (file_id);

-- An upload whose form is not sent yet; found by the form's key (keyed hash), gone after a day.
create table foi_draft_files (
  key_digest text primary key,
  file_id bigint not null references stored_files,
  added_at timestamptz not null
);

-- Who asks for a document by its number is shown the document.
create index published_articles_document_number on published_articles (document_number) where document_number is not null;
