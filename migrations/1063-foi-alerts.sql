-- Alerts before and after a date, once a level, date and recipient: a job that ran twice or missed a day does no harm.
create table foi_alerts (
  id bigint generated always as identity primary key,
  request_id bigint not null references foi_requests,
  kind text not null check (kind in ('answer', 'consultation', 'correction', 'payment', 'internal')),
  -- Which of several consultations; 0 where there is one date only.
  part bigint not null default 0,
  level text not null check (level in ('half', 'days5', 'days3', 'days1', 'overdue')),
  due_on date not null,
  staff_id bigint not null references staff,
  raised_on date not null,
  seen_at timestamptz,
  unique (request_id, kind, part, level, due_on, staff_id)
);
create index foi_alerts_unseen on foi_alerts (staff_id, id) where seen_at is null;

-- What the agency says of an answered case in public, in its own words; null: the masked words of the request.
alter table foi_requests
  add column public_words text,
  add column public_answer text not null default '',
  -- When the personal data of the applicant was erased.
  add column erased_at timestamptz;
create index foi_requests_retention on foi_requests (answered_on) where erased_at is null and answered_on is not null;
