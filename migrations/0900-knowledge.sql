-- 知识库: one reference answer (口径), used only after a second person has read it.
create table knowledge_entries (
  id bigint generated always as identity primary key,
  topic text not null,
  question text not null,
  -- Other ways to ask the same.
  variants text[] not null default '{}',
  answer text not null,
  status text not null default 'draft' check (status in ('draft', 'reviewed', 'suspended', 'retired')),
  audience text not null check (audience in ('public', 'internal')),
  -- The policy that the answer rests on, and the revision that was public at the review.
  source_article_id bigint references articles,
  source_revision_id bigint references revisions,
  valid_until date,
  owner_id bigint not null references staff,
  written_by bigint not null references staff,
  reviewed_by bigint references staff,
  reviewed_at timestamptz,
  suspended_because text not null default '',
  solved integer not null default 0,
  version integer not null default 1,
  check (reviewed_by is null or reviewed_by <> written_by),
  check (status <> 'reviewed' or reviewed_at is not null)
);
create index knowledge_entries_status on knowledge_entries (status, id desc);

-- Entries that may be used: reviewed, and their policy still stands as it was read. A change ends the use at once, without a job.
create view knowledge_in_use as
select entry.*
from knowledge_entries entry
left join published_articles source on source.article_id = entry.source_article_id
where entry.status = 'reviewed'
  and (entry.source_article_id is null
    or (source.state = 'live' and source.revision_id = entry.source_revision_id));

create or replace view reference_answers as
select 'letters' as corpus, coalesce(import_key, number) as entry, subject_public as title, reply_public as answer,
  '' as variants, null::date as valid_until
from letters
where replied_on is not null
union all
select 'entries', id::text, question, answer, array_to_string(variants, E'\n'), valid_until
from knowledge_in_use;
