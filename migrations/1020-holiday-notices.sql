-- Holiday notices of the State Council, every version kept: a due date of then must be explainable now. Filled from
-- the notices that come with the software at first use (src/calendar/notice-store.ts), then by people.
create table holiday_notices (
  id bigint generated always as identity primary key,
  year integer not null check (year between 2008 and 2100),
  version integer not null check (version > 0),
  -- Null where the day of the notice was not checked.
  issued_on date,
  source text not null,
  -- 文号 of the notice, as 国办发明电〔2017〕12号.
  document_number text not null default '',
  url text not null default '',
  -- Day to name of the holiday.
  days_off jsonb not null,
  make_up_workdays jsonb not null,
  -- Null: came with the software.
  loaded_by bigint references staff,
  loaded_at timestamptz not null default now(),
  -- Names the state of the whole list up to this row; what nodes compare before they use what they remember.
  stamp uuid not null unique default gen_random_uuid(),
  unique (year, version)
);

create function refuse_notice_change() returns trigger language plpgsql as $$
begin
  raise exception 'holiday notices are append-only: load a new version' using errcode = 'insufficient_privilege';
end $$;
create trigger holiday_notices_append_only before update or delete on holiday_notices
  for each row execute function refuse_notice_change();
