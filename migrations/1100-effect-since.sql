-- The day since when the public page says what its 效力状态 is, so that what was in force at a year's end can be told later.
-- Whoever writes the page writes this too. Source: rules.md 2.2 (件数 in force and repealed).
alter table published_articles add column effectiveness_since date;
update published_articles
set effectiveness_since = case
  when effectiveness in ('repealed', 'expired') then (updated_at at time zone 'Asia/Shanghai')::date
  else published_on
end
where effectiveness is not null;

create function note_effectiveness_since() returns trigger language plpgsql as $$
begin
  if new.effectiveness is null then
    new.effectiveness_since := null;
  elsif tg_op = 'INSERT' then
    new.effectiveness_since := new.published_on;
  elsif old.effectiveness is distinct from new.effectiveness then
    new.effectiveness_since := (new.updated_at at time zone 'Asia/Shanghai')::date;
  end if;
  return new;
end $$;
create trigger published_articles_effectiveness before insert or update of effectiveness on published_articles
  for each row execute function note_effectiveness_since();
