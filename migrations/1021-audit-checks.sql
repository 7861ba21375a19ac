-- Each time the audit chain was checked: how far, and the first broken link if there was one.
create table audit_checks (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- 'command line', 'daily', or the name of the person who asked for it.
  checked_by text not null,
  last_entry_id bigint not null,
  last_hash text not null,
  broken_entry_id bigint,
  reason text,
  check ((broken_entry_id is null) = (reason is null))
);
create index audit_entries_at on audit_entries (at, id);
create index audit_entries_actor_name on audit_entries (actor_name, id);
