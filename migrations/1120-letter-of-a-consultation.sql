-- A letter to a third party or another agency belongs to the consultation that it carries out. Law: Order 711 art. 32 and 34.
alter table foi_letters add column consultation_id bigint references foi_consultations;
create index foi_letters_consultation on foi_letters (consultation_id) where consultation_id is not null;
