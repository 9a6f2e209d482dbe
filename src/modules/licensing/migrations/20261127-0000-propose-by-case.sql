-- 案件提请: a served decision that takes the right to trade is proposed here as a proceeding of its own kind, once a case; people decide it.
alter table licensing.proceeding add column case_no text;
alter table licensing.proceeding drop constraint proceeding_kind_check;
alter table licensing.proceeding add constraint proceeding_kind_check check (kind in ('rectify', 'acceptRectification', 'disqualify',
  'revoke', 'reclaim', 'rescind', 'rescindFraud', 'takeBack', 'endSubject', 'cancelExpired', 'loseToForceMajeure', 'cancel'));
alter table licensing.proceeding drop constraint proceeding_opened_by_check;
alter table licensing.proceeding add constraint proceeding_opened_by_check check (opened_by like 'staff:%' or
  (opened_by = 'system:cases' and case_no is not null));
alter table licensing.proceeding add constraint proceeding_of_case check ((kind = 'revoke') = (case_no is not null));
create unique index proceeding_once_a_case on licensing.proceeding (case_no) where case_no is not null;
-- What an officer has open already does not keep a case out.
drop index licensing.proceeding_one_open;
create unique index proceeding_one_open on licensing.proceeding (licence_no)
  where state not in ('decided', 'dropped') and case_no is null;
create index proceeding_open on licensing.proceeding (opened_on) where state not in ('decided', 'dropped');
