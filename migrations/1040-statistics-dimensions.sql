-- What a counted row may be grouped by. One view a kind of row, one row a counted row; null: not said.
-- The id is the row_id of the facts view of the same kind, so that every indicator can be grouped without a query of its own.
create view article_dimensions as
select
  published.article_id as row_id,
  sections.name as section,
  published.document_kind,
  published.origin,
  departments.name as department,
  staff.name as officer
from published_articles published
join sections on sections.id = published.section_id
join articles on articles.id = published.article_id
left join departments on departments.id = articles.department_id
left join staff on staff.id = articles.created_by;

-- A section may be in several groups: a row counts once in each of them.
create view article_group_dimensions as
select published.article_id as row_id, section_groups.name as section_group
from published_articles published
join section_group_members on section_group_members.section_id = published.section_id
join section_groups on section_groups.key = section_group_members.group_key;

create view delivery_dimensions as
select facts.row_id, facts.channel, sections.name as section, departments.name as department
from disclosure_facts facts
join sections on sections.id = facts.section_id
join articles on articles.id = facts.article_id
left join departments on departments.id = articles.department_id;

create view foi_request_dimensions as
select
  requests.id as row_id,
  requests.channel,
  requests.applicant_kind,
  requests.outcome,
  departments.name as department,
  staff.name as officer
from foi_requests requests
left join departments on departments.id = requests.department_id
left join staff on staff.id = requests.handler_id;

create view letter_dimensions as
select
  letters.id as row_id,
  mailboxes.name as mailbox,
  nullif(letters.topic, '') as topic,
  departments.name as department,
  staff.name as officer,
  letters.rating::text as rating
from letters
join mailboxes on mailboxes.key = letters.mailbox
left join departments on departments.id = letters.department_id
left join staff on staff.id = letters.handler_id;

create view call_dimensions as
select
  calls.id as row_id,
  calls.kind,
  lpad(extract(hour from calls.called_at at time zone 'Asia/Shanghai')::integer::text, 2, '0') as hour,
  nullif(calls.topic, '') as topic,
  calls.outcome,
  staff.name as officer
from calls
left join staff on staff.id = calls.agent_id;
