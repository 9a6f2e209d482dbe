-- 人的不良记录 get a real source: an officer records one with the document it stands on; a decision of another domain brings its own number.
alter table licensing.person_bar
  add column name_sealed text,
  add column id_no_masked text,
  -- 依据: the document, its body and day, as recorded.
  add column basis text not null default '',
  add column recorded_by text,
  add column recorded_at timestamptz,
  add column end_reason text,
  add column ended_by text;
grant update (ended_on, end_reason, ended_by) on licensing.person_bar to yzt_app;

-- Ended once, with a reason; nothing else of it is ever rewritten.
create function licensing.guard_person_bar() returns trigger language plpgsql as $$
begin
  if old.ended_on is not null then
    raise exception 'a bar is lifted once' using errcode = '23514', constraint = 'person_bar_once';
  end if;
  return new;
end $$;
create trigger guard before update on licensing.person_bar for each row execute function licensing.guard_person_bar();
create trigger never_removed before delete on licensing.person_bar for each row execute function platform.refuse_change();
