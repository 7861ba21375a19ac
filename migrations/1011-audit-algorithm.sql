-- The hash of new audit entries, the agency's choice; each entry says which one it has. One row.
create table audit_chain (
  only_row boolean primary key default true check (only_row),
  algorithm text not null default 'sha256' check (algorithm in ('sha256', 'sm3'))
);
insert into audit_chain default values;
