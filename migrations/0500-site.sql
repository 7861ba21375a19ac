-- The agency that runs this system: names, codes, footer, addresses. One row.
create table agency (
  only_row boolean primary key default true check (only_row),
  settings jsonb not null,
  updated_at timestamptz not null default now()
);
