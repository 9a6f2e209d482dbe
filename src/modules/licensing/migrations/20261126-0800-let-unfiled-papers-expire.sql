-- Papers of a matter that was never submitted go after the days of a draft (个人信息保护法 19, 47): the job of the drafts ends them,
-- and sees of no one's papers anything but these rows.
drop policy by_person_or_file on licensing.document;
create policy by_person_or_file on licensing.document
  using (platform.is_person(person_index)
    or (application_no is not null and licensing.sees_application(application_no))
    or (application_no is null and current_setting('app.areas', true) = '*'));
