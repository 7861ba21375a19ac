alter table letters
  -- What the form and the texts tell about people: masked in every text of the letter, also after the sender took the name back. Sealed.
  add column known_sealed bytea,
  -- Why the letter may be public when the sender's form does not say so, who wrote it down, and their words. Law: PIPL art. 13, art. 25.
  add column publication_basis text check (publication_basis in ('consent_told', 'legal_duty')),
  add column publication_note text not null default '',
  add column basis_recorded_by bigint references staff,
  -- The sender took consent back: no member of staff gives it in their stead.
  add column consent_withdrawn boolean not null default false;
update letters set consent_withdrawn = true
where exists (select from letter_events where letter_id = letters.id and kind = 'withdrawn');
-- A number is found however its letters are typed: import-… and X2018-….
create index letters_number_any_case on letters (upper(number));
