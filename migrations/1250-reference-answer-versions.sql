-- The index of reference answers reads anew only what was written since: `version` is the transaction that wrote the row.
-- `open`: everybody may read the answer. `topic`: what a call or a letter that takes the answer is about.
create or replace view reference_answers as
select 'letters' as corpus, coalesce(letters.import_key, letters.number) as entry, letters.subject_public as title,
  letters.reply_public as answer, '' as variants, null::date as valid_until,
  letters.xmin::text as version, letters.released as open, coalesce(letter_topics.name, letters.topic) as topic
from letters
left join letter_topics on letter_topics.id = letters.topic_id
where letters.replied_on is not null
union all
select 'entries', used.id::text, used.question, used.answer, array_to_string(used.variants, E'\n'), used.valid_until,
  entry.xmin::text, used.audience = 'public', used.topic
from knowledge_in_use used
join knowledge_entries entry on entry.id = used.id;

-- An answer is found by the name it goes by.
create index letters_entry on letters ((coalesce(import_key, number)));
create index knowledge_entries_entry on knowledge_entries ((id::text));
