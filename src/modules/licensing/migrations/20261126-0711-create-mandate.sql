-- 授权委托 (行政许可法 29, S37 9): who may act for the holder, in what, until when. Given by the holder here with an own
-- signature, or taken down at the window from a paper whose scan lies with the application.
create table licensing.mandate (
  id uuid primary key,
  licence_no text not null references licensing.licence,
  area_code text not null,
  principal_index text not null check (length(principal_index) = 64),
  principal_name_sealed text not null,
  principal_id_masked text not null check (principal_id_masked ~ '^\*{14}[0-9X]{4}$'),
  agent_index text not null check (length(agent_index) = 64),
  agent_name_sealed text not null,
  agent_id_masked text not null check (agent_id_masked ~ '^\*{14}[0-9X]{4}$'),
  services text[] not null check (cardinality(services) > 0),
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  form text not null check (form in ('paper', 'electronic')),
  signature_sealed text,
  given_by text not null,
  given_at timestamptz not null,
  ended_at timestamptz,
  check (principal_index <> agent_index),
  check ((form = 'electronic') = (signature_sealed is not null))
);
create index mandate_of_agent on licensing.mandate (agent_index) where ended_at is null;
create index mandate_of_principal on licensing.mandate (principal_index);

-- 代理办理: an application is the holder's; who acted stands beside it and never changes.
create table licensing.application_agent (
  application_no text primary key references licensing.application,
  mandate_id uuid not null references licensing.mandate
);
create trigger append_only before update or delete on licensing.application_agent
  for each row execute function platform.refuse_change();

-- What was given is never rewritten; it may only end.
create function licensing.keep_mandate() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or to_jsonb(new) - 'ended_at' <> to_jsonb(old) - 'ended_at'
  then raise exception 'a mandate is never changed' using errcode = '42501'; end if;
  return new;
end $$;
create trigger keep_mandate before update on licensing.mandate
  for each row execute function licensing.keep_mandate();
create trigger never_removed before delete on licensing.mandate
  for each row execute function platform.refuse_change();

alter table licensing.mandate enable row level security;
alter table licensing.mandate force row level security;
create policy by_area_or_person on licensing.mandate
  using (platform.in_scope(area_code) or platform.is_person(principal_index) or platform.is_person(agent_index));
alter table licensing.application_agent enable row level security;
alter table licensing.application_agent force row level security;
create policy by_file on licensing.application_agent using (licensing.sees_application(application_no));

grant select, insert on licensing.mandate, licensing.application_agent to yzt_app;
grant update (ended_at) on licensing.mandate to yzt_app;
