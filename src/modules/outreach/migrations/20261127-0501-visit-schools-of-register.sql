-- 进校园 goes to a school of the register: its name and gate come from there, and who has not been visited is known. Events before
-- this named a school in words only.
alter table outreach.event add column school_id text,
  add constraint school_of_a_school_visit check (school_id is null or kind = 'school');
create index event_of_school on outreach.event (school_id) where school_id is not null;
