-- “我为政府网站找错”: what readers found wrong on this site. Source: rules.md 5.1.
create table site_errors (
  id bigint generated always as identity primary key,
  -- Address of the page on this site, and what is wrong with it.
  page text not null,
  kind text not null check (kind in ('content', 'link', 'attachment', 'display', 'other')),
  -- Words with personal data masked; the original and how to reach the reader are sealed.
  words_public text not null,
  original_sealed bytea not null,
  status text not null default 'received' check (status in ('received', 'forwarded', 'answered')),
  received_at timestamptz not null,
  received_on date not null,
  -- Null where no holiday notice covers the days yet. Unit: working days, 1 and 3.
  forward_due_on date,
  answer_due_on date,
  forwarded_on date,
  department_id bigint references departments,
  answered_on date,
  answer text not null default '',
  -- False: nothing was wrong; such a report is not published.
  founded boolean,
  submission_key text unique,
  check ((status = 'answered') = (answered_on is not null and founded is not null))
);
create index site_errors_open on site_errors (received_at, id) where status <> 'answered';
create index site_errors_public on site_errors (answered_on desc, id desc) where founded;
