-- Each part of an item has its share of the words that are searched. Before, the first 60,000 characters of body and
-- attachments together were taken, so that a file behind a long body was never found.
-- Unit: characters. 80,000 are at most 10 bytes each in the word index, below the tsvector's limit of 1 MB: the files
-- have 30,000 for certain, the body what the files leave, and what the body leaves is theirs.
create or replace function index_published_article() returns trigger language plpgsql as $$
declare
  quarter text := search_quarter(new.published_at);
  parts constant integer := 80000;
  files_at_least constant integer := 30000;
  files integer;
  file_characters bigint;
  body text;
begin
  if new.state not in ('live', 'archived') then
    delete from published_article_search where article_id = new.article_id;
    return new;
  end if;
  select count(*), coalesce(sum(length(extracted_text)), 0) into files, file_characters
    from revision_attachments where revision_id = new.revision_id;
  body := left(new.body_text, parts - least(files_at_least, file_characters)::integer);
  insert into published_article_search (article_id, section_id, document_kind, published_on, published_at, words)
  values (new.article_id, new.section_id, new.document_kind, new.published_on, new.published_at, array_to_tsvector(
    array(select quarter || word from unnest(search_words(concat_ws(' ', new.title, new.subtitle, left(new.summary, 2000),
      left(new.keywords, 500), new.document_number, new.issuing_body, new.index_number, body, (
        select string_agg(left(attachment.name, 200) || ' '
          || left(attachment.extracted_text, (parts - length(body)) / greatest(files, 1)), ' ')
        from revision_attachments attachment where attachment.revision_id = new.revision_id
      )))) as word)
    || array(select quarter || '^' || word from unnest(search_words(new.title)) as word)))
  on conflict (article_id) do update set section_id = excluded.section_id, document_kind = excluded.document_kind,
    published_on = excluded.published_on, published_at = excluded.published_at, words = excluded.words;
  return new;
end
$$;

-- Only items whose words were cut are read again: a few of thousands, so that the migration takes seconds, not minutes.
update published_articles item set state = state
where state in ('live', 'archived') and (
  length(item.body_text) > 55000
  or length(item.body_text) + (
    select coalesce(sum(length(extracted_text)), 0) from revision_attachments where revision_id = item.revision_id
  ) > 55000);
