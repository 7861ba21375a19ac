-- 咨询电话: one row a call. Who called is sealed; what was said is kept masked for lists and sealed as written. Law: PIPL art. 51.
create table calls (
  id bigint generated always as identity primary key,
  called_at timestamptz not null,
  on_day date not null,
  kind text not null check (kind in ('policy_consultation', 'information_query', 'service_guide', 'complaint_report')),
  topic text not null default '',
  caller_sealed bytea,
  content_sealed bytea not null,
  content_masked text not null,
  answer text not null default '',
  -- The reference answer that was read out, when one was.
  from_corpus text check (from_corpus in ('letters', 'entries')),
  from_entry text,
  outcome text not null check (outcome in ('answered', 'transferred', 'turned_into_letter', 'turned_into_request')),
  -- Where a call went that was not answered at the desk.
  forwarded_to text not null default '',
  agent_id bigint references staff,
  import_key text unique,
  check ((from_corpus is null) = (from_entry is null)),
  check (outcome = 'answered' or forwarded_to <> ''),
  check (outcome <> 'answered' or answer <> '')
);
create index calls_day on calls (on_day, id);

-- What statistics may know of a call.
create view call_facts as
select id as row_id, on_day, kind, topic, outcome, agent_id,
  extract(hour from called_at at time zone 'Asia/Shanghai')::integer as hour
from calls;
