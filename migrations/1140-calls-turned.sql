-- A call may become a request. The office for disclosure writes it down (Law: Order 711 art. 29 ¶1); until then the call waits for it.
alter table calls
  add column request_id bigint references foi_requests,
  add column awaits_registration boolean not null default false,
  add column words tsvector generated always as (array_to_tsvector(search_words(
    left(topic || ' ' || content_masked || ' ' || answer || ' ' || forwarded_to, 20000)))) stored;
create index calls_awaiting on calls (called_at, id) where awaits_registration;
create index calls_newest on calls (called_at desc, id desc);
create index calls_topic on calls (topic, called_at desc, id desc);
create index calls_words on calls using gin (words);

-- What is looked for in a column made by search_words: every pair of neighbouring Han signs and the beginning of every Latin word.
-- A single sign is looked for as a beginning. Null when nothing can be looked for.
create function search_query(looked_for text) returns tsquery language sql immutable parallel safe as $$
  select string_agg(quote_literal(word) || case when length(word) = 1 or word ~ '^[a-z0-9]+$' then ':*' else '' end, ' & ')::tsquery
  from unnest(search_words(looked_for)) as word
  where length(word) > 1 or word ~ '^[a-z0-9]$' or length(looked_for) = 1
$$;
