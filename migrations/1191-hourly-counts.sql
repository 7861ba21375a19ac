-- Letters and disclosure requests are limited by the same counts: how often a network, a telephone, a text wrote, or a receipt's
-- code was guessed, in an hour. Keys are digests; rows live two days.
create table hourly_counts (
  kind text not null,
  key text not null,
  hour timestamptz not null,
  count integer not null,
  primary key (kind, key, hour)
);
create index hourly_counts_hour on hourly_counts (hour);
-- `letter_limits` stays for the release before this one, which may still run beside it; nothing reads it any more.
