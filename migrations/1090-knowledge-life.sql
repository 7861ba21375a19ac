-- Where an entry came from (a reply or a call), and where it went when two said the same.
alter table knowledge_entries
  add column from_corpus text check (from_corpus in ('letters', 'calls')),
  add column from_entry text,
  add column merged_into_id bigint references knowledge_entries,
  add check ((from_corpus is null) = (from_entry is null)),
  add check (merged_into_id is null or status = 'retired');
create index knowledge_entries_merged_into on knowledge_entries (merged_into_id) where merged_into_id is not null;

-- The entry's columns have grown: the view names them anew.
create or replace view knowledge_in_use as
select entry.*
from knowledge_entries entry
left join published_articles source on source.article_id = entry.source_article_id
where entry.status = 'reviewed'
  and (entry.source_article_id is null
    or (source.state = 'live' and source.revision_id = entry.source_revision_id));

-- What the agency was asked, masked, by mailbox and telephone; answers are no part of it.
create view asked_questions as
select 'letters' as corpus, id as row_id, received_on as on_day, coalesce(import_key, number) as entry,
  subject_public as title, subject_public || E'\n' || body_public as words
from letters
where status <> 'withdrawn'
union all
select 'calls', id, on_day, id::text, left(content_masked, 80), content_masked
from calls;

-- How much an entry is asked for: readers whose question it solved, and calls it was read out in.
create view knowledge_attention as
select entry.id, entry.solved + count(calls.id) as attention, count(calls.id) as calls
from knowledge_entries entry
left join calls on calls.from_corpus = 'entries' and calls.from_entry = entry.id::text
group by entry.id;
create index calls_from_entry on calls (from_corpus, from_entry) where from_corpus is not null;

-- One digest a week: what was asked most, what has no entry, what is stale. Counts and masked words only.
create table knowledge_digests (
  from_on date not null,
  until_on date not null,
  content jsonb not null,
  made_at timestamptz not null,
  primary key (from_on, until_on)
);
