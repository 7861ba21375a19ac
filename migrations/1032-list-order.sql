-- The console's list by last change.
create index articles_updated on articles (updated_at desc, id desc);
