-- 一户多证: live licences of other persons that share what one household shares. Counts leave, nothing of a person.
create function registry.household_of(asked text, out account integer, out device integer)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) filter (where r.bank_account_hash = me.bank_account_hash)::integer,
    count(*) filter (where r.order_device_hash = me.order_device_hash)::integer
  from registry.retailer me left join registry.retailer r
    on r.operator_index <> me.operator_index and registry.is_live(r.licence_state)
      and (r.bank_account_hash = me.bank_account_hash or r.order_device_hash = me.order_device_hash)
  where me.licence_no = asked
$$;
create index retailer_bank_account on registry.retailer (bank_account_hash) where bank_account_hash is not null;
create index retailer_order_device on registry.retailer (order_device_hash) where order_device_hash is not null;

-- 新办: live licences of other persons at the telephone number that the applicant leaves.
create function registry.live_of_phone(asked_phone text, asked_person text) returns integer
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::integer from registry.retailer r
  where r.phone_index = asked_phone and r.operator_index <> asked_person and registry.is_live(r.licence_state)
$$;
revoke all on function registry.household_of(text), registry.live_of_phone(text, text) from public;
grant execute on function registry.household_of(text), registry.live_of_phone(text, text) to yzt_app;
