-- What the case's own clock said on the day of its (first, ADR 0025) answer: a fact of the answer, not a due date (ADR 0011).
-- Null: not answered, or answered before this migration and not judged yet by the daily job.
alter table foi_requests add column closed_in_time boolean;
create index foi_requests_unjudged on foi_requests (id) where closed_in_time is null;

-- Statistics count by it; who took the request back was given no reply.
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
      and reopened.kind = 'reopened' and reopened.id < foi_events.id)) as extended,
  closed_in_time,
  coalesce(first_outcome, outcome) = 'other'
    and exists (select from foi_events where foi_events.request_id = foi_requests.id and foi_events.kind = 'withdrawn'
    and not exists (select from foi_events reopened where reopened.request_id = foi_requests.id
      and reopened.kind = 'reopened' and reopened.id < foi_events.id)) as withdrawn
from foi_requests
where received_on is not null;
