-- Which reference answer an officer took over into a reply.
alter table letter_replies
  add column from_corpus text check (from_corpus in ('letters', 'entries')),
  add column from_entry text,
  add check ((from_corpus is null) = (from_entry is null));
create index letter_replies_from_entry on letter_replies (from_corpus, from_entry) where from_corpus is not null;
create index chat_messages_from_entry on chat_messages (from_corpus, from_entry) where from_corpus is not null;

-- Each time an entry was given to somebody: read out in a call, said in a talk, taken into a reply that was approved.
create view entry_uses as
select 'calls' as way, from_entry as entry, on_day
from calls where from_corpus = 'entries'
union all
select 'talks', from_entry, (said_at at time zone 'Asia/Shanghai')::date
from chat_messages where from_corpus = 'entries'
union all
select 'letters', from_entry, (drafted_at at time zone 'Asia/Shanghai')::date
from letter_replies where from_corpus = 'entries' and approved_by is not null;

-- How much an entry is asked for: readers whose question it solved, and every use.
create or replace view knowledge_attention as
select entry.id, entry.solved + count(used.entry) as attention,
  count(used.entry) filter (where used.way = 'calls') as calls,
  count(used.entry) filter (where used.way = 'talks') as talks,
  count(used.entry) filter (where used.way = 'letters') as letters
from knowledge_entries entry
left join entry_uses used on used.entry = entry.id::text
group by entry.id;
