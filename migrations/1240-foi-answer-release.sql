-- An approval binds to the files that go out with the answer; the applicant sees what was delivered, not what is ready.
-- Law: Order 711 art. 45. Answers of before keep their hash: it covered their words, and no file was approved with it.
alter table foi_answers
  add column released jsonb not null default '[]',
  add column delivered_on date,
  add column recalled_at timestamptz;

update foi_answers as answer
set delivered_on = (
  select event.on_day from foi_events as event
  where event.request_id = answer.request_id and event.kind = 'answered' and event.at >= answer.approved_at
  order by event.id limit 1
)
where approved_at is not null;

-- What a delivered answer of before gave is what the applicant can download today; one that is not delivered yet gives
-- no file until it is recalled and approved with them.
update foi_answers as answer
set released = (
  select coalesce(jsonb_agg(jsonb_build_object('id', kept.id, 'sha256', file.sha256) order by kept.id), '[]')
  from foi_case_files as kept join stored_files as file on file.id = kept.file_id
  where kept.request_id = answer.request_id and kept.shown_to_applicant
)
where delivered_on is not null;
