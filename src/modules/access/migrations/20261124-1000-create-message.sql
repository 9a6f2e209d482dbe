-- 短信: what was sent to whom about what. The telephone is sealed; the words hold no name and no number of a person.
create table access.message (
  id uuid primary key,
  -- One fact, one message: `renewal:440785100123:2027-01-15:90`.
  key text not null constraint message_key unique,
  area_code text not null,
  about text not null,
  kind text not null check (kind in ('renewalReminder', 'decision')),
  phone_sealed text not null,
  text text not null check (text <> ''),
  state text not null default 'queued' check (state in ('queued', 'sent', 'delivered', 'failed')),
  tries integer not null default 0,
  provider_id text unique,
  error text,
  queued_at timestamptz not null,
  sent_at timestamptz,
  settled_at timestamptz
);
create index message_about on access.message (about, queued_at desc);

create table access.receipt_cursor (
  single boolean primary key default true check (single),
  place text not null
);

alter table access.message enable row level security;
alter table access.message force row level security;
create policy by_area on access.message using (platform.in_scope(area_code));
grant select, insert on access.message, access.receipt_cursor to yzt_app;
grant update (state, tries, provider_id, error, sent_at, settled_at) on access.message to yzt_app;
grant update (place) on access.receipt_cursor to yzt_app;
