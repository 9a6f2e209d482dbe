-- 处罚决定公示 (行政处罚法 §48): what of a decision stands on the public site, and until when. Written in full here, so that nothing of the
-- case file has to be opened for the public; a person's name is masked before it comes in.
create table cases.publication (
  case_no text not null references cases.case,
  n integer not null check (n >= 1),
  number text not null,
  party_kind text not null check (party_kind in ('person', 'organisation')),
  party text not null check (party <> ''),
  violation text not null check (violation ~ '^P\d{2}$'),
  about text not null,
  norm text not null,
  basis text not null,
  content text not null,
  fine bigint not null check (fine >= 0),
  decided_on date not null,
  published_on date not null,
  -- The last day on which it is shown.
  expires_on date not null check (expires_on > published_on),
  bureau text not null,
  by text not null,
  withdrawn_on date,
  -- 公开说明的理由; shown after the withdrawal in place of the decision.
  withdrawn_why text,
  ended_on date,
  primary key (case_no, n),
  check ((withdrawn_on is null) = (withdrawn_why is null)),
  -- 已公示的自然人姓名 is one character and stars.
  constraint publication_masked check (party_kind = 'organisation' or party ~ '^.\*+$' or party ~ '^\*+$')
);
-- Shown once at a time.
create unique index publication_live on cases.publication (case_no) where withdrawn_on is null and ended_on is null;
create index publication_list on cases.publication (published_on desc) where ended_on is null;
create function cases.guard_publication() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'withdrawn_on' - 'withdrawn_why' - 'ended_on' is distinct from to_jsonb(old) - 'withdrawn_on' - 'withdrawn_why' - 'ended_on'
  then raise exception 'what was published is not changed, only withdrawn' using errcode = '23514', constraint = 'publication_kept'; end if;
  return new;
end $$;
create trigger guard before update on cases.publication for each row execute function cases.guard_publication();
create trigger never_removed before delete on cases.publication for each row execute function platform.refuse_change();
alter table cases.publication enable row level security;
alter table cases.publication force row level security;
-- 公示 is for everybody to read; whoever writes it must see the case.
create policy everybody on cases.publication for select using (true);
create policy by_case on cases.publication for insert with check (cases.sees_case(case_no));
create policy by_case_change on cases.publication for update using (cases.sees_case(case_no));
grant select, insert on cases.publication to yzt_app;
grant update (withdrawn_on, withdrawn_why, ended_on) on cases.publication to yzt_app;

-- What stands on the public site now; for 开放数据 too.
create view cases.published_penalty with (security_invoker = true) as
  select number, party, party_kind, violation, about, norm, basis, content, fine, decided_on, published_on, expires_on, bureau
  from cases.publication where withdrawn_on is null and ended_on is null;
grant select on cases.published_penalty to yzt_app;
