-- Who decided what on which content is evidence: it is added to and never changed, as revisions and audit entries are.
create function refuse_decision_change() returns trigger language plpgsql as $$
begin
  raise exception 'review decisions are append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger review_decisions_append_only before update or delete on review_decisions
  for each row execute function refuse_decision_change();
