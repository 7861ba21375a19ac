-- An entry rests on any number of policies, each with the revision that was public at the review.
-- knowledge_entries.source_article_id and source_revision_id are read no more; a later release drops them.
create table knowledge_sources (
  entry_id bigint not null references knowledge_entries,
  article_id bigint not null references articles,
  position integer not null default 0,
  -- Null until the first review.
  revision_id bigint references revisions,
  primary key (entry_id, article_id)
);
create index knowledge_sources_article on knowledge_sources (article_id);
insert into knowledge_sources (entry_id, article_id, revision_id)
select id, source_article_id, source_revision_id from knowledge_entries where source_article_id is not null;

alter table knowledge_entries
  -- The last day of which the owner was told beforehand.
  add column expiry_told_for date;
create index knowledge_entries_topic on knowledge_entries (topic);
create index knowledge_entries_owner on knowledge_entries (owner_id) where status <> 'retired';

-- Policies under which an entry may not be used as it was reviewed: withdrawn, changed, or in force no longer. A change ends the use
-- at once, without a job.
create view knowledge_sources_gone as
select source.entry_id, source.article_id,
  case
    when page.article_id is null or page.state <> 'live' then 'withdrawn'
    when page.effectiveness in ('repealed', 'expired') then page.effectiveness
    else 'changed'
  end as because
from knowledge_sources source
left join published_articles page on page.article_id = source.article_id
where page.article_id is null
  or page.state <> 'live'
  or page.effectiveness in ('repealed', 'expired')
  or page.revision_id is distinct from source.revision_id;

create or replace view knowledge_in_use as
select entry.*
from knowledge_entries entry
where entry.status = 'reviewed'
  and not exists (select 1 from knowledge_sources_gone gone where gone.entry_id = entry.id);

-- One reader counts once for an entry: a keyed digest of the network with the day in it, kept two days; nothing that tells who.
create table knowledge_solved (
  entry_id bigint not null references knowledge_entries,
  on_day date not null,
  reader_key text not null,
  primary key (entry_id, on_day, reader_key)
);
create index knowledge_solved_day on knowledge_solved (on_day);
