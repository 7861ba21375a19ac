-- What a publisher let pass when a warning came up after the review (worded), and each publication in an emergency.
alter table review_decisions drop constraint review_decisions_decision_check;
alter table review_decisions add constraint review_decisions_decision_check
  check (decision in ('submitted', 'approved', 'returned', 'worded', 'emergency_published', 'emergency_confirmed'));
