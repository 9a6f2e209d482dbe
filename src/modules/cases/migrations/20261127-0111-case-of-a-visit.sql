-- 检查任务 → 案件: one case a visit, whoever asks first: an officer's 立案报告 from his telephone or the disposal of the finding.
create table cases.case_task (
  task_id text primary key check (task_id ~ '^RW-\d{4}-\d{6}$'),
  case_no text not null references cases.case
);
create index case_task_of_case on cases.case_task (case_no);
create trigger append_only before update or delete on cases.case_task for each row execute function platform.refuse_change();
alter table cases.case_task enable row level security;
alter table cases.case_task force row level security;
create policy by_case on cases.case_task using (cases.sees_case(case_no));
grant select, insert on cases.case_task to yzt_app;

-- A report that the rules did not take is kept for the office like a record.
alter table cases.held_record drop constraint held_record_kind_check;
alter table cases.held_record add constraint held_record_kind_check check (kind in ('record', 'confirm', 'filing'));
