-- A call that goes to a department of the agency has a day by which it answers, and what came of it. Rows from before, from files,
-- and calls for another agency keep only the words of `forwarded_to`. Unit of `due_on`: a day, from working days (rules.md 5.1).
alter table calls
  add column unit_id bigint references departments,
  add column due_on date,
  add column result text not null default '',
  add column result_on date,
  add column result_by bigint references staff,
  add check ((result_on is null) = (result = '')),
  add check (result_on is null or unit_id is not null);
create index calls_unit_open on calls (unit_id, due_on, id)
  where outcome = 'transferred' and unit_id is not null and result_on is null;
