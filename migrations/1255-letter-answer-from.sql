-- A letter reopened from refused, routed or merged is answered from that day on: a later topic counts from it too. Null: from receipt.
alter table letters add column answer_from date;
-- The desk counts what is supervised, closed letters too.
create index letters_supervised on letters (id) where supervised;
