-- A section whose content is kept as records (leaders, departments, functions) leads to that page instead of its list.
alter table sections add column shows text check (shows in ('leaders', 'departments', 'functions'));
-- The newest item with a picture, for the home page, without a walk over all that have none.
create index published_articles_pictured on published_articles (published_at desc, article_id desc)
  where state = 'live' and cover_file_id is not null;
