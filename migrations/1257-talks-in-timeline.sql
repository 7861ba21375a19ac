-- A person's letters, calls and talks in one timeline; masked words only.
create or replace view contact_timeline as
select sender_key as contact_key, 'letter' as kind, id, number, submitted_at as at, subject_public as words, status as state
from letters
where sender_key is not null
union all
select caller_key, 'call', id, id::text, called_at, content_masked, outcome
from calls
where caller_key is not null
union all
select citizen_key, 'talk', id, number, opened_at, question_masked, coalesce(outcome, status)
from chat_talks
where citizen_key is not null;
create index chat_talks_citizen_key on chat_talks (citizen_key) where citizen_key is not null;
