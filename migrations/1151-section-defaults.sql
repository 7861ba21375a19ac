-- What an item of a section usually is: proposed to an author, and taken for imported rows that do not say it.
alter table sections
  add column default_document_kind text check (default_document_kind in
    ('general', 'normative_document', 'policy_document', 'interpretation', 'public_concern_response', 'notice', 'plan', 'budget', 'report')),
  add column default_origin text check (default_origin in ('own', 'repost'));
