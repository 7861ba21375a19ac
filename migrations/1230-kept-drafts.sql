-- What one person typed and did not save: overwritten as they type, gone when they save or drop it. No part of the
-- record: revisions are what somebody saved. As text, because a form may hold signs that jsonb refuses.
create table kept_drafts (
  article_id bigint not null references articles (id) on delete cascade,
  staff_id bigint not null references staff (id),
  version integer not null,
  form text not null,
  kept_at timestamptz not null,
  primary key (article_id, staff_id)
);
