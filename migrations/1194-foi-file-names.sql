-- A file is often called after somebody. What people called the files of a case is sealed here; the store, which is not, has a
-- neutral name. Files kept by earlier releases have no row and keep the name in the store.
create table foi_file_names (
  file_id bigint primary key references stored_files on delete cascade,
  name_sealed bytea not null
);
