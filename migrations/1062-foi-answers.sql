-- 区分处理: each part of what was asked, given or withheld. Law: Order 711 art. 37.
alter table foi_answers
  add column parts jsonb not null default '[]',
  -- 合法性审核 of an answer that withholds, by somebody else than its drafter.
  add column legal_verdict text check (legal_verdict in ('agrees', 'objects')),
  add column legal_opinion text not null default '',
  add column legal_reviewed_by bigint references staff,
  add column legal_reviewed_at timestamptz,
  add check ((legal_verdict is null) = (legal_reviewed_by is null));
