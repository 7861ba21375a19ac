-- Withheld information that nobody looks at again stays withheld: its day reaches somebody. Law: Order 711 art. 18.
alter table foi_alerts drop constraint foi_alerts_kind_check;
alter table foi_alerts add constraint foi_alerts_kind_check
  check (kind in ('receipt', 'answer', 'consultation', 'correction', 'payment', 'internal', 'reassessment'));
