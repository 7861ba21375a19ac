-- A merge of sections moves thousands of items whose words stay the same: only their section is written anew, not their
-- words (a merge of some thousand items took 9 to 20 s on a busy machine before).
drop trigger published_article_searchable on published_articles;
create trigger published_article_searchable
  after insert or update of revision_id, state, title, subtitle, summary, keywords, document_kind, document_number,
    issuing_body, index_number, body_text, published_on, published_at
  on published_articles for each row execute function index_published_article();

create function move_searched_article() returns trigger language plpgsql as $$
begin
  update published_article_search set section_id = new.section_id where article_id = new.article_id;
  return new;
end
$$;
create trigger published_article_section_searchable after update of section_id on published_articles
  for each row when (old.section_id is distinct from new.section_id) execute function move_searched_article();
