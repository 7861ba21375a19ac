-- One row for each item on the day it first became public. A withdrawn item stays counted on its day.
create view publication_facts as
select
  published.article_id as row_id,
  published.article_id,
  published.title,
  published.published_on as on_day,
  published.section_id,
  sections.name as section_name,
  published.origin,
  published.document_kind,
  published.counts_as_disclosure
from published_articles published
join sections on sections.id = published.section_id;

-- One row for each channel that carried an item that counts as disclosure; the statutory form counts channels apart.
-- Source: rules.md 2.6.
create view disclosure_facts as
select
  deliveries.article_id * 8
    + array_position(array['website', 'weibo', 'wechat', 'gazette', 'other'], deliveries.channel) as row_id,
  deliveries.article_id,
  published.title,
  deliveries.delivered_on as on_day,
  deliveries.channel,
  published.section_id
from deliveries
join published_articles published on published.article_id = deliveries.article_id
where published.counts_as_disclosure;
