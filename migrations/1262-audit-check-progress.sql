-- How far the check of the chain that runs now has come, whichever node runs it. A row that is not refreshed for a
-- minute belongs to a check that broke off.
create table audit_check_progress (
  only_one boolean primary key default true check (only_one),
  read_to bigint not null,
  newest bigint not null,
  at timestamptz not null default now()
);
