-- A report counts an item in the section in which it was published: a later merge of sections changes where the item
-- stands, never what a past year counted.
alter table published_articles add column counted_section_id bigint references sections;
alter table published_articles disable trigger user;
update published_articles set counted_section_id = section_id;
alter table published_articles enable trigger user;
alter table published_articles alter column counted_section_id set not null;
drop index published_articles_day;
create index published_articles_day on published_articles (published_on, counted_section_id);

-- The section that took over from a merged one goes on counting in its groups, from that day; null: from the beginning.
alter table section_group_members add column counts_from date;

-- Sections under one that ended move up, so that nobody loses sight of them (from now on ending does the same).
update sections child set parent_id = case when parent.status = 'merged' and parent.merged_into_id <> child.id
    then parent.merged_into_id else parent.parent_id end
from sections parent where parent.id = child.parent_id and parent.status <> 'active';

create or replace view publication_facts as
select
  published.article_id as row_id,
  published.article_id,
  published.title,
  published.published_on as on_day,
  published.counted_section_id as section_id,
  sections.name as section_name,
  published.origin,
  published.document_kind,
  published.counts_as_disclosure
from published_articles published
join sections on sections.id = published.counted_section_id;

create or replace view disclosure_facts as
select
  deliveries.article_id * 8
    + array_position(array['website', 'weibo', 'wechat', 'gazette', 'other'], deliveries.channel) as row_id,
  deliveries.article_id,
  published.title,
  deliveries.delivered_on as on_day,
  deliveries.channel,
  published.counted_section_id as section_id
from deliveries
join published_articles published on published.article_id = deliveries.article_id
where published.counts_as_disclosure;

create or replace view article_dimensions as
select
  published.article_id as row_id,
  sections.name as section,
  published.document_kind,
  published.origin,
  departments.name as department,
  staff.name as officer
from published_articles published
join sections on sections.id = published.counted_section_id
join articles on articles.id = published.article_id
left join departments on departments.id = articles.department_id
left join staff on staff.id = articles.created_by;

create or replace view article_group_dimensions as
select published.article_id as row_id, section_groups.name as section_group
from published_articles published
join section_group_members members on members.section_id = published.counted_section_id
  and (members.counts_from is null or members.counts_from <= published.published_on)
join section_groups on section_groups.key = members.group_key;
