-- Numbers of the rules that no text we read states for certain; the agency's counsel may correct them from a day on.
-- A case keeps those in force on its day of receipt (ADR 0040). Units: working days, calendar days for look_again_after.
create table foi_uncertain_values (
  from_day date primary key,
  opinion_within_492 smallint not null check (opinion_within_492 between 1 and 60),
  pay_within smallint not null check (pay_within between 1 and 60),
  fee_from date not null,
  look_again_after smallint not null check (look_again_after between 30 and 3650),
  basis text not null default '',
  set_by integer references staff (id),
  set_at timestamptz not null default now()
);
insert into foi_uncertain_values (from_day, opinion_within_492, pay_within, fee_from, look_again_after)
  values ('2008-05-01', 15, 20, '2021-01-01', 365);
