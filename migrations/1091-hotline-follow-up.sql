-- The same telephone under the agency's key, as letters have it (#letters senderKey); and the letter that a call became.
alter table calls
  add column caller_key text,
  add column letter_id bigint references letters;
create index calls_caller_key on calls (caller_key) where caller_key is not null;

-- One person's calls and letters, in order of their days; masked words only.
create view contact_timeline as
select sender_key as contact_key, 'letter' as kind, id, number, submitted_at as at, subject_public as words, status as state
from letters
where sender_key is not null
union all
select caller_key, 'call', id, id::text, called_at, content_masked, outcome
from calls
where caller_key is not null;
