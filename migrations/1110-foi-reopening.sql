-- The first answer stays the fact of its year: the published table does not change when the case is handled again.
alter table foi_requests
  add column first_answered_on date,
  add column first_outcome text,
  add column first_outcome_detail text,
  -- What an application on paper or spoken words lacks; it is registered all the same and asked for. Law: Order 711 art. 29, art. 30.
  add column lacks text[] not null default '{}' check (lacks <@ array['identity', 'contact']),
  add check ((first_answered_on is null) = (first_outcome is null));

-- An open case is not in the log of answers, and the log's order needs a day.
update foi_requests set in_public_log = false where in_public_log and answered_on is null;
alter table foi_requests add check (not in_public_log or answered_on is not null);

create index foi_requests_counted on foi_requests (coalesce(first_answered_on, answered_on), id);

create or replace view foi_request_facts as
select
  id as row_id,
  number,
  received_on,
  coalesce(first_answered_on, answered_on) as answered_on,
  channel,
  applicant_kind,
  coalesce(first_outcome, outcome) as outcome,
  case when first_outcome is null then outcome_detail else first_outcome_detail end as outcome_detail,
  exists (select from foi_events where foi_events.request_id = foi_requests.id and foi_events.kind = 'extension'
    and not exists (select from foi_events reopened where reopened.request_id = foi_requests.id
      and reopened.kind = 'reopened' and reopened.id < foi_events.id)) as extended
from foi_requests
where received_on is not null;

create or replace view foi_request_dimensions as
select
  requests.id as row_id,
  requests.channel,
  requests.applicant_kind,
  coalesce(requests.first_outcome, requests.outcome) as outcome,
  departments.name as department,
  staff.name as officer
from foi_requests requests
left join departments on departments.id = requests.department_id
left join staff on staff.id = requests.handler_id;

-- The board and the alerts look at every case that waits, one that is not confirmed too. Law: Order 711 art. 31 (3).
alter table foi_alerts drop constraint foi_alerts_kind_check;
alter table foi_alerts add constraint foi_alerts_kind_check
  check (kind in ('receipt', 'answer', 'consultation', 'correction', 'payment', 'internal'));
