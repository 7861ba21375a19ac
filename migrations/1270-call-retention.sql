-- Who called and what was said go when the period of `letter_retention` has passed; the masked words, answer, kind, topic and times stay. Law: PIPL art. 19, art. 47.
alter table calls
  alter column content_sealed drop not null,
  add column erased_at timestamptz,
  add constraint calls_content_or_erased check (content_sealed is not null or erased_at is not null);
create index calls_retention on calls (on_day) where erased_at is null;
