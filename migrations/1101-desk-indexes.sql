-- What the desk counts each time somebody opens it, found without reading all items.
create index articles_corrected on articles (created_by, updated_at)
  where status = 'published' and head_revision_id <> public_revision_id;
create index articles_unconfirmed on articles (updated_at)
  where emergency_by is not null and emergency_confirmed_by is null;
