-- A reply as drafted; approving binds to this text.
create table letter_replies (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters,
  body_sealed bytea not null,
  body_public text not null,
  content_hash text not null,
  drafted_by bigint not null references staff,
  drafted_at timestamptz not null,
  approved_by bigint references staff,
  returned_reason text
);
create index letter_replies_letter on letter_replies (letter_id, id);
