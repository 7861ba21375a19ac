-- A submission starts the chain anew, also of content that was approved before (withdrawn and submitted again).
alter table review_decisions drop constraint review_decisions_decision_check;
alter table review_decisions add constraint review_decisions_decision_check
  check (decision in ('submitted', 'approved', 'returned', 'emergency_confirmed'));
-- The queue, longest waiting first.
create index articles_waiting on articles (submitted_at, id) where status = 'in_review';
