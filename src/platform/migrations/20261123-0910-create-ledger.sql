-- The audit ledger (审计台账): lines that are only ever added, and seals that make a change of any of them show.

-- One seal covers the lines of one era whose transaction id lies in [from_txid, to_txid). `leaves` holds 40 bytes a
-- line, in order of seq: the seq (8 bytes) and the SM3 of the line.
create table platform.audit_seal (
  batch bigint primary key check (batch > 0),
  era smallint not null,
  from_txid xid8 not null,
  to_txid xid8 not null,
  first_seq bigint,
  last_seq bigint,
  entries integer not null check (entries >= 0),
  root bytea not null check (length(root) = 32),
  previous bytea not null check (length(previous) = 32),
  leaves bytea not null check (length(leaves) = entries * 40),
  sealed_at timestamptz not null,
  signature text not null
);

-- Transaction ids begin anew in a cluster that was filled from a dump. A line whose transaction id is below what is
-- already sealed can only be of such a new life: in the same one every such transaction was over before the seal.
create function platform.audit_era() returns smallint language plpgsql stable as $$
declare
  last_era smallint;
  last_txid xid8;
begin
  select era, to_txid into last_era, last_txid from platform.audit_seal order by batch desc limit 1;
  return case when last_era is null then 1 when pg_current_xact_id() < last_txid then last_era + 1 else last_era end;
end $$;

create table platform.audit_entry (
  seq bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  era smallint not null default platform.audit_era(),
  txid xid8 not null default pg_current_xact_id(),
  actor text not null,
  action text not null,
  subject text,
  outcome text not null check (outcome in ('allowed', 'refused', 'failed')),
  reason text,
  request_id text,
  details jsonb
);
create index audit_entry_unsealed on platform.audit_entry (era, txid);

create trigger audit_entry_refuse_change before update or delete or truncate on platform.audit_entry
  for each statement execute function platform.refuse_change();
create trigger audit_seal_refuse_change before update or delete or truncate on platform.audit_seal
  for each statement execute function platform.refuse_change();

-- By column: time, era, transaction id and seq of a line are not the writer's to choose.
grant select, insert (actor, action, subject, outcome, reason, request_id, details) on platform.audit_entry to yzt_app;
grant select, insert on platform.audit_seal to yzt_app;
