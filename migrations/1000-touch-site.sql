-- What every public page shows comes from these few rows that seldom change. A trigger tells every node's page cache
-- (channel gongkai_touch, src/platform/cache), so that no path, not even psql, can change them behind its back.
create function touch_site() returns trigger language plpgsql as $$
begin
  perform pg_notify('gongkai_touch', '{"tags":["site"],"forget":false}');
  return null;
end
$$;

create trigger agency_touches_site after insert or update or delete on agency for each statement execute function touch_site();
create trigger sections_touch_site after insert or update or delete on sections for each statement execute function touch_site();
create trigger departments_touch_site after insert or update or delete on departments for each statement execute function touch_site();
create trigger mailboxes_touch_site after insert or update or delete on mailboxes for each statement execute function touch_site();
