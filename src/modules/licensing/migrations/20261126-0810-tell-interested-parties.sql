-- 利害关系人 (行政许可法第三十六条、第四十七条): who is told before a decision, when, and what he answered. Papers may be issued on more than one
-- occasion: one to each of them, one for each site check.

alter table licensing.paper add column occasion text not null default '';
alter table licensing.paper drop constraint paper_once;
alter table licensing.paper add constraint paper_once unique (application_no, kind, occasion);

create table licensing.interested_party (
  id uuid primary key,
  application_no text not null references licensing.application,
  area_code text not null,
  relation text not null check (relation in ('neighbour', 'sameAddress', 'earlier', 'other')),
  name_sealed text not null,
  contact_sealed text not null,
  way text not null check (way in ('handed', 'posted')),
  -- 被告知之日; null while the letter is under way.
  told_on date check (way = 'posted' or told_on is not null),
  answer text check (answer in ('statement', 'waived', 'hearing')),
  answer_sealed text,
  answered_on date,
  recorded_by text not null,
  recorded_at timestamptz not null,
  constraint interested_party_answer check ((answer is null) = (answered_on is null) and (answer is null or told_on is not null))
);
create index interested_party_of_file on licensing.interested_party (application_no);

-- Told once, answered once.
create function licensing.guard_interested_party() returns trigger language plpgsql as $$
begin
  if old.told_on is not null and new.told_on is distinct from old.told_on
    or old.answer is not null and (new.answer, new.answer_sealed, new.answered_on) is distinct from (old.answer, old.answer_sealed, old.answered_on)
  then raise exception 'an interested party is told and answers once' using errcode = '23514', constraint = 'interested_party_once'; end if;
  return new;
end $$;
create trigger guard before update on licensing.interested_party
  for each row execute function licensing.guard_interested_party();
create trigger never_removed before delete on licensing.interested_party for each row execute function platform.refuse_change();

alter table licensing.interested_party enable row level security;
alter table licensing.interested_party force row level security;
create policy by_area on licensing.interested_party using (platform.in_scope(area_code));
grant select, insert, update (told_on, answer, answer_sealed, answered_on) on licensing.interested_party to yzt_app;

-- The applicant reads the papers of his file, but not what is written to a neighbour: its name and why.
create policy party_notice_for_staff on licensing.paper as restrictive for select
  using (kind <> 'partyNotice' or exists (select from licensing.interested_party p where p.id::text = occasion));

-- Neither grant nor refusal while somebody with a major interest has not been told, or waits for the hearing he asked for.
create function licensing.guard_interest() returns trigger language plpgsql as $$
begin
  if new.decided_as = 'staff' and (
    exists (select from licensing.interested_party p where p.application_no = new.application_no
      and (p.told_on is null or p.answer = 'hearing' and not exists (select from licensing.application_event e
        where e.application_no = p.application_no and e.event = 'recordHearing' and e.at >= p.answered_on)))
    or licensing.touches_others(new.application_no)
      and not exists (select from licensing.interested_party p where p.application_no = new.application_no)
      and not exists (select from licensing.application_event e where e.application_no = new.application_no and e.event = 'noMajorInterest'))
  then raise exception 'somebody with a major interest was not heard' using errcode = '23514', constraint = 'decision_interest'; end if;
  return new;
end $$;

-- N04: the rules found that others may lose by a grant.
create function licensing.touches_others(asked text) returns boolean language sql stable as $$
  select exists (select from licensing.rule_run r, jsonb_array_elements(r.findings) f
    where r.application_no = asked and f ->> 'rule' = 'N04' and f ->> 'outcome' = 'person')
$$;
create trigger guard_interest before insert on licensing.decision for each row execute function licensing.guard_interest();
