-- Of the file as it was sent: a public picture loses its metadata, and its sender can still prove what they gave.
alter table stored_files add column original_sha256 text check (original_sha256 ~ '^[0-9a-f]{64}$');
