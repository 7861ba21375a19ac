-- What an officer attaches to a reply: bytes, name and text sealed. The sender gets it with the reply; the public only when somebody says so.
create table letter_reply_files (
  id bigint generated always as identity primary key,
  letter_id bigint not null references letters,
  -- Null until a draft takes it along.
  reply_id bigint references letter_replies,
  file_id bigint not null references stored_files,
  name_sealed bytea not null,
  name_public text not null,
  -- As it was read when it came; '' when nothing could be read (a picture, a scan). For the check at release.
  text_sealed bytea not null,
  shown boolean not null default false,
  added_by bigint not null references staff,
  added_at timestamptz not null
);
create index letter_reply_files_letter on letter_reply_files (letter_id, id);
-- What senders of merged letters read in its stead, when the reply tells about the sender of the main letter. Sealed; '' is none.
alter table letter_replies add column for_merged_sealed bytea;
