-- What no business record tells of a year: figures and words that the agency writes itself, each with its source. Law: Order 711 art. 50.
create table report_entries (
  year integer not null check (year between 2008 and 2100),
  -- Key of recorded-items.ts.
  key text not null,
  value text not null,
  source text not null default '',
  recorded_by bigint not null references staff,
  recorded_at timestamptz not null,
  primary key (year, key)
);

-- A year's report on its way: draft, in approval, approved. The approval binds to what the report said.
create table annual_reports (
  year integer primary key check (year between 2008 and 2100),
  status text not null check (status in ('draft', 'in_approval', 'approved')),
  content_hash text not null default '',
  submitted_by bigint references staff,
  submitted_at timestamptz,
  approved_by bigint references staff,
  approved_at timestamptz,
  returned_reason text not null default '',
  -- The item that publishes the approved report, under the review chain of its section.
  article_id bigint references articles,
  check ((status = 'approved') = (approved_by is not null))
);
