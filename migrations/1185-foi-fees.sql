-- Money that applicants paid, one row a payment, on the day of payment: of a fee notice (Order 711 art. 42; the amount is the
-- notice's) or the costs of search, copies and post (Order 492 art. 27; the amount is the event's own). Unit: yuan.
create index foi_events_paid on foi_events (on_day, id) where kind in ('fee_paid', 'costs_paid');

create view foi_fee_facts as
select
  events.id as row_id,
  events.request_id,
  requests.number,
  events.on_day as paid_on,
  round(coalesce(events.detail ->> 'amount', notice.amount)::numeric, 2) as amount
from foi_events events
join foi_requests requests on requests.id = events.request_id
left join lateral (
  select notices.detail ->> 'amount' as amount
  from foi_events notices
  where notices.request_id = events.request_id and notices.kind = 'fee_notice' and notices.id < events.id
  order by notices.id desc
  limit 1
) notice on events.kind = 'fee_paid'
where events.kind in ('fee_paid', 'costs_paid');
