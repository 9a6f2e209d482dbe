-- 账户、人员 among what a clue may name: an account is recognised by the words beside it, a person is entered by an officer only.
alter table intelligence.clue_fact drop constraint clue_fact_kind_check;
alter table intelligence.clue_fact add constraint clue_fact_kind_check check (kind in
  ('phone', 'plate', 'waybill', 'account', 'licence', 'carton', 'person', 'place', 'sticks', 'money', 'weight'));
alter table intelligence.clue_fact add constraint person_by_officer check (kind <> 'person' or offered_by <> 'text');
