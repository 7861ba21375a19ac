-- Who last wrote the public version: another person releases it.
alter table letters add column public_changed_by bigint references staff;
-- Reopened by staff: a clock of its own, too.
alter table letter_follow_ups drop constraint letter_follow_ups_cause_check;
alter table letter_follow_ups add constraint letter_follow_ups_cause_check
  check (cause in ('bad_rating', 'objection', 'reopened'));
