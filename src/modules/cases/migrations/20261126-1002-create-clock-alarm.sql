-- 期限提醒: each step of the way to a limit once, for the officers of the case and the head; who has seen it, is noted.
create table cases.clock_alarm (
  id uuid primary key,
  case_no text not null references cases.case,
  kind text not null,
  started_on date not null,
  due_on date not null,
  -- '10d', '4h': what is left; 'late': it has run.
  level text not null check (level ~ '^(\d{1,3}[dh]|late)$'),
  at timestamptz not null,
  unique (case_no, kind, started_on, due_on, level)
);
create table cases.clock_alarm_seen (
  alarm_id uuid not null references cases.clock_alarm,
  staff_id uuid not null,
  at timestamptz not null,
  primary key (alarm_id, staff_id)
);
do $$ declare guarded text; begin
  foreach guarded in array array['clock_alarm', 'clock_alarm_seen'] loop
    execute format('create trigger append_only before update or delete on cases.%I for each row execute function platform.refuse_change()', guarded);
    execute format('alter table cases.%I enable row level security', guarded);
    execute format('alter table cases.%I force row level security', guarded);
    execute format('grant select, insert on cases.%I to yzt_app', guarded);
  end loop;
end $$;
create policy by_case on cases.clock_alarm using (cases.sees_case(case_no));
create policy by_alarm on cases.clock_alarm_seen using (exists (select from cases.clock_alarm a where a.id = alarm_id));
