-- Asking a third party or another agency before answering. Law: Order 711 art. 32 and 34; each has its own clock.
create table foi_consultations (
  id bigint generated always as identity primary key,
  request_id bigint not null references foi_requests,
  kind text not null check (kind in ('third_party', 'other_agency')),
  -- Sealed: who is asked and how to reach them; a third party may be a person. Lists show the masked name.
  party_sealed bytea not null,
  party_masked text not null,
  -- What the letter says: which information, why it is asked, by when.
  letter text not null,
  sent_on date not null,
  -- Day on which the letter reached them: the fifteen working days count from here.
  delivered_on date,
  closed_on date,
  opinion text check (opinion in ('agrees', 'refuses', 'silent')),
  reasons text not null default '',
  -- The agency releases in the public interest although the third party refuses; it tells them what and why.
  override_reason text,
  override_by bigint references staff,
  override_told_on date,
  check ((closed_on is null) = (opinion is null)),
  check (closed_on is null or closed_on >= sent_on),
  check (delivered_on is null or delivered_on >= sent_on)
);
create index foi_consultations_request on foi_consultations (request_id, id);
create index foi_consultations_open on foi_consultations (sent_on) where closed_on is null;
