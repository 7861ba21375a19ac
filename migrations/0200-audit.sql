-- Who did what. Append-only and hash-chained (ADR 0015).
create table audit_entries (
  id bigint primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'system', 'citizen')),
  -- No foreign key: an entry outlives everything.
  actor_staff_id bigint,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  -- What changed; never personal data.
  detail jsonb not null,
  algorithm text not null check (algorithm in ('sha256', 'sm3')),
  previous_hash text not null,
  hash text not null
);
create index audit_entries_subject on audit_entries (subject_kind, subject_id, id);
create index audit_entries_actor on audit_entries (actor_staff_id, id);
create index audit_entries_action on audit_entries (action, id);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_audit_change();
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_audit_change();
