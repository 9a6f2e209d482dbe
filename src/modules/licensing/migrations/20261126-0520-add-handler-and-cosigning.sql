-- 承办人: set when the review starts, handed on with a reason; null again while the file waits to be claimed.
alter table licensing.application add column handler text check (handler like 'staff:%');
create index application_of_handler on licensing.application (handler, state) where handler is not null;

-- 会签: one more state of an undecided file.
alter table licensing.application drop constraint application_state_check;
alter table licensing.application add constraint application_state_check check (state in (
  'draft', 'submitted', 'correctionRequested', 'accepted', 'reviewing', 'extended', 'siteCheck', 'hearing',
  'heardStatement', 'cosigning', 'proposed', 'granted', 'denied', 'deemedGranted', 'serving', 'served',
  'reconsideration', 'reversed', 'notRequired', 'rejectedAcceptance', 'lapsed', 'withdrawn', 'archived'));
drop index licensing.application_one_open;
create unique index application_one_open on licensing.application (licence_no, service)
  where state in ('submitted', 'correctionRequested', 'accepted', 'reviewing', 'extended', 'siteCheck', 'hearing',
    'heardStatement', 'cosigning', 'proposed');
insert into licensing.move (subject, from_state, to_state) values
  ('application', 'reviewing', 'cosigning'), ('application', 'extended', 'cosigning'),
  ('application', 'cosigning', 'reviewing'), ('application', 'cosigning', 'withdrawn'),
  ('application', 'cosigning', 'deemedGranted'), ('application', 'archived', 'reconsideration');
