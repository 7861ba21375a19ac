-- Words of each public item for search: pairs of neighbouring Han characters, and Latin words and numbers.
-- Words of the title appear a second time with ^ before them. No extension: array_to_tsvector needs no parser.
create table published_article_search (
  article_id bigint primary key references published_articles on delete cascade,
  section_id bigint not null,
  document_kind text not null,
  published_on date not null,
  published_at timestamptz not null,
  words tsvector not null
);
create index published_article_search_words on published_article_search using gin (words);
create index published_article_search_newest on published_article_search (published_at desc, article_id desc);

-- Pairs that begin at even and at odd places; what is left single is kept, so that one character can be found by prefix.
create function search_words(original text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct word), '{}')
  from (
    select lower(original) as lowered, regexp_replace(original, '[^㐀-䶿一-鿿豈-﫿]+', ' ', 'g') as han
  ) as texts,
  unnest(
    string_to_array(regexp_replace(lowered, '[^a-z0-9]+', ' ', 'g'), ' ')
    || string_to_array(regexp_replace(han, '(..)', '\1 ', 'g'), ' ')
    || string_to_array(regexp_replace(substr(han, 2), '(..)', '\1 ', 'g'), ' ')
  ) as word
  where length(word) between 1 and 64
$$;

-- Unit: characters of one item that are searched; beyond it a tsvector could pass its limit of 1 MB.
create function index_published_article() returns trigger language plpgsql as $$
begin
  if new.state not in ('live', 'archived') then
    delete from published_article_search where article_id = new.article_id;
    return new;
  end if;
  insert into published_article_search (article_id, section_id, document_kind, published_on, published_at, words)
  values (new.article_id, new.section_id, new.document_kind, new.published_on, new.published_at, array_to_tsvector(
    search_words(left(concat_ws(' ', new.title, new.subtitle, new.summary, new.keywords, new.document_number,
      new.issuing_body, new.index_number, new.body_text, (
        select string_agg(attachment.name || ' ' || attachment.extracted_text, ' ')
        from revision_attachments attachment where attachment.revision_id = new.revision_id
      )), 60000))
    || array(select '^' || word from unnest(search_words(new.title)) as word)))
  on conflict (article_id) do update set section_id = excluded.section_id, document_kind = excluded.document_kind,
    published_on = excluded.published_on, published_at = excluded.published_at, words = excluded.words;
  return new;
end
$$;

create trigger published_article_searchable after insert or update on published_articles
  for each row execute function index_published_article();

-- Items that were public before search arrived.
update published_articles set state = state;
