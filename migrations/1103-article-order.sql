-- The staff's list of items, sorted by when it was submitted, a page at a time without reading all items.
create index articles_submitted on articles ((coalesce(submitted_at, timestamptz '1970-01-01 00:00:00+00')), id);
