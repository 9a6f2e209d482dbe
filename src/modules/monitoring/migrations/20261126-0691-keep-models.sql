-- 市场模型的版本: what was learned from which visits, and what people did with it. Nothing here is ever changed.
create table monitoring.model_version (
  no integer generated always as identity primary key,
  learned_at timestamptz not null,
  asked_by text not null,
  -- Of the lessons: the same lessons under the same policy make no second version.
  lessons_hash text not null,
  policy_version text not null,
  as_of date not null,
  lessons_from date not null,
  lessons_to date not null,
  visits integer not null check (visits > 0),
  outcomes integer not null check (outcomes between 1 and visits),
  model jsonb not null,
  -- Back-test, calibration, weights, and whom it would send people to.
  report jsonb not null,
  -- How strong each indicator was over all shops then: what later days are compared with.
  shares jsonb not null,
  unique (lessons_hash, policy_version)
);
create trigger append_only before update or delete on monitoring.model_version
  for each row execute function platform.refuse_change();

create table monitoring.model_move (
  id bigint generated always as identity primary key,
  version integer not null references monitoring.model_version,
  move text not null check (move in ('propose', 'release', 'reject', 'withdraw')),
  why text not null check (why <> ''),
  -- Only a person; the machine releases nothing.
  made_by text not null check (made_by like 'staff:%'),
  made_at timestamptz not null
);
create index model_move_version on monitoring.model_move (version, id);
create trigger append_only before update or delete on monitoring.model_move
  for each row execute function platform.refuse_change();

-- 两人: who proposed a version does not release it.
create function monitoring.guard_release() returns trigger language plpgsql as $$
begin
  if new.move = 'release' and new.made_by = (
    select made_by from monitoring.model_move where version = new.version and move = 'propose' order by id desc limit 1) then
    raise exception 'a model is released by another person than proposed it' using errcode = '23514', constraint = 'two_people';
  end if;
  return new;
end $$;
create trigger two_people before insert on monitoring.model_move for each row execute function monitoring.guard_release();

-- 漂移和均衡 of the last look of each day: which model judged, how far the shops have moved, whom it would send people to.
create table monitoring.model_day (
  day date primary key,
  at timestamptz not null,
  version integer references monitoring.model_version,
  -- Why the released version did not judge, where one stands.
  stopped text check (stopped in ('unfair', 'outdated')),
  drift jsonb not null,
  rates jsonb not null
);

-- 每户每日的评分: the last one of each shop.
create table monitoring.shop_score (
  licence_no text primary key,
  area_code text not null,
  day date not null,
  score double precision not null check (score between 0 and 1),
  rank integer not null check (rank > 0),
  reasons text[] not null,
  version integer references monitoring.model_version
);
create index shop_score_rank on monitoring.shop_score (rank);
alter table monitoring.shop_score enable row level security;
alter table monitoring.shop_score force row level security;
create policy by_area on monitoring.shop_score using (platform.in_scope(area_code));

grant select, insert on monitoring.model_version, monitoring.model_move to yzt_app;
grant select, insert, update on monitoring.model_day to yzt_app;
grant select, insert, update, delete on monitoring.shop_score to yzt_app;

create view monitoring.published_shop_score with (security_invoker = true) as
  select licence_no, area_code, day, score, rank, reasons, version from monitoring.shop_score;
grant select on monitoring.published_shop_score to yzt_app;

-- The last learning, so that a page can say what became of it.
create table monitoring.learning (
  one boolean primary key default true check (one),
  asked_by text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('stored', 'same', 'tooLittle')),
  visits integer,
  outcomes integer
);
grant select, insert, update on monitoring.learning to yzt_app;
