-- Challenges that were used once; kept until they could not be used anyway.
create table spent_challenges (
  id text primary key,
  expires_at timestamptz not null
);
create index spent_challenges_expires_at on spent_challenges (expires_at);
