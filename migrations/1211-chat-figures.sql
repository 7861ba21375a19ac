-- Talks in the figures by group, and among what the agency was asked (a talk that became a letter is asked once).
create view talk_dimensions as
select
  chat_talks.id as row_id,
  chat_talks.kind,
  lpad(extract(hour from chat_talks.opened_at at time zone 'Asia/Shanghai')::integer::text, 2, '0') as hour,
  nullif(chat_talks.topic, '') as topic,
  chat_talks.outcome,
  staff.name as officer
from chat_talks
left join staff on staff.id = chat_talks.agent_id;

create or replace view asked_questions as
select 'letters' as corpus, id as row_id, received_on as on_day, coalesce(import_key, number) as entry,
  subject_public as title, subject_public || E'\n' || body_public as words
from letters
where status <> 'withdrawn'
union all
select 'calls', id, on_day, id::text, left(content_masked, 80), content_masked
from calls
union all
select 'talks', id, on_day, id::text, left(question_masked, 80), question_masked
from chat_talks
where letter_id is null;
