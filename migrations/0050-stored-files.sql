-- What the file store knows of each upload; the bytes lie under their SHA-256 (of the plain bytes).
create table stored_files (
  id bigint generated always as identity primary key,
  name text not null,
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Encrypted at rest: personal data.
  sealed boolean not null default false,
  created_at timestamptz not null default now()
);
create index stored_files_sha256 on stored_files (sha256);
