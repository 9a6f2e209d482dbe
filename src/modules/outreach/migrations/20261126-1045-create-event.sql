-- 千人百场: events in villages, markets and schools; who came is counted, never named. A telephone signs in by a mark that is
-- bound to the one event; the host counts the heads.
create table outreach.event (
  id text primary key check (id ~ '^PF-\d{4}-\d{4}$'),
  kind text not null check (kind in ('village', 'market', 'school')),
  title text not null check (length(title) between 2 and 60),
  town text not null check (town ~ '^\d{9}$'),
  place text not null check (length(place) between 2 and 80),
  lng double precision not null check (lng between 73 and 136),
  lat double precision not null check (lat between 3 and 54),
  planned_on date not null,
  starts_at text not null check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  materials text[] not null,
  state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
  version integer not null default 1,
  -- 签到码: in the QR of the poster.
  code text not null unique check (code ~ '^[2-9A-HJ-NP-Z]{8}$'),
  planned_by text not null,
  held_on date,
  heads integer check (heads >= 0),
  note text,
  constraint held_is_counted check (state <> 'held' or (held_on is not null and heads is not null))
);
create index event_by_day on outreach.event (planned_on desc);
create table outreach.event_guest (
  event_id text not null references outreach.event,
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  stars integer check (stars between 1 and 5),
  words text check (length(words) <= 200),
  primary key (event_id, mark)
);
grant select, insert on outreach.event, outreach.event_guest to yzt_app;
grant update (state, version, held_on, heads, note, planned_on, starts_at) on outreach.event to yzt_app;
grant update (stars, words) on outreach.event_guest to yzt_app;

-- Reach for the figures: heads of held events by town and day.
create view outreach.published_event with (security_invoker = true) as
  select e.id, e.kind, e.title, e.town, e.place, e.lng, e.lat, e.state, e.planned_on, e.held_on,
    greatest(coalesce(e.heads, 0), (select count(*) from outreach.event_guest g where g.event_id = e.id))::integer as reached
  from outreach.event e;
grant select on outreach.published_event to yzt_app;
