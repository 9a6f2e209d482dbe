-- 短信告知举报人: by his own wish, and with the telephone alone, apart from who he is. Sealed by the vault; no grant on the table to anybody;
-- a number comes out only for a call that waits, and is gone for good when the clue is closed.
create table informant.contact (
  code text primary key check (code ~ '^XR-[0-9A-Z]{6}$'),
  sealed text not null check (sealed like 'w1.%')
);
create table informant.call (
  id uuid primary key,
  code text not null check (code ~ '^XR-[0-9A-Z]{6}$'),
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  -- 小时取整.
  at_hour timestamptz not null check (date_trunc('hour', at_hour) = at_hour)
);
create index call_of_code on informant.call (code);
do $$ declare guarded text; begin
  foreach guarded in array array['contact', 'call'] loop
    execute format('alter table informant.%I enable row level security', guarded);
    execute format('alter table informant.%I force row level security', guarded);
    execute format('create policy of_functions on informant.%I to current_user using (true) with check (true)', guarded);
  end loop;
end $$;
create trigger never_removed before delete on informant.call for each row execute function platform.refuse_change();

create function informant.put_contact(given_code text, given_sealed text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into informant.contact (code, sealed) values (given_code, given_sealed)
$$;
create function informant.queue_call(given_id uuid, given_code text, given_hour timestamptz) returns boolean
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  with queued as (insert into informant.call (id, code, at_hour)
    select given_id, c.code, given_hour from informant.contact c where c.code = given_code returning 1)
  select exists (select from queued)
$$;
-- Locks the call, so that no second worker makes it too.
create function informant.waiting_call(asked uuid) returns table (code text, sealed text)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from informant.call k where k.id = asked and k.state = 'queued' for update;
  return query select c.code, c.sealed from informant.call k join informant.contact c on c.code = k.code
    where k.id = asked and k.state = 'queued';
end $$;
create function informant.settle_call(asked uuid, outcome text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  update informant.call set state = outcome where id = asked and state = 'queued'
$$;
-- Called when a clue is closed: calls that still wait find nothing any more.
create function informant.forget_contact(asked text) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  delete from informant.contact c where c.code = asked
$$;
revoke all on function informant.put_contact(text, text), informant.queue_call(uuid, text, timestamptz), informant.waiting_call(uuid),
  informant.settle_call(uuid, text), informant.forget_contact(text) from public;
grant execute on function informant.put_contact(text, text), informant.queue_call(uuid, text, timestamptz), informant.waiting_call(uuid),
  informant.settle_call(uuid, text), informant.forget_contact(text) to yzt_app;
