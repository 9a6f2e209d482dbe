-- 第二人确认: who was named as the other one says so under an account of his own. Until then the line stands, and nothing leaves the lot.
create table cases.goods_confirmation (
  entry_id uuid primary key references cases.goods_entry,
  lot_no text not null references cases.goods_lot,
  staff_id uuid not null,
  at timestamptz not null
);
create index goods_confirmation_of_lot on cases.goods_confirmation (lot_no);
create function cases.guard_confirmation() returns trigger language plpgsql as $$
begin
  if not exists (select from cases.goods_entry e where e.id = new.entry_id and e.lot_no = new.lot_no
    and new.staff_id = any(e.officers) and e.by <> 'staff:' || new.staff_id)
  then raise exception 'not the second person of this entry' using errcode = '23514', constraint = 'goods_second_confirms'; end if;
  return new;
end $$;
create trigger guard before insert on cases.goods_confirmation for each row execute function cases.guard_confirmation();
create trigger append_only before update or delete on cases.goods_confirmation for each row execute function platform.refuse_change();

-- How many lines of a lot wait for their second person.
create function cases.goods_waiting(asked text) returns integer language sql stable as $$
  select count(*)::int from cases.goods_entry e where e.lot_no = asked and cardinality(e.officers) = 2
    and not exists (select from cases.goods_confirmation c where c.entry_id = e.id)
$$;
-- The rule of the program once more: nothing leaves on the word of one person.
create function cases.guard_goods_confirmed() returns trigger language plpgsql security definer set search_path = pg_catalog, cases as $$
begin
  if exists (select from cases.goods_move m where m.kind = new.event and m.from_bucket = 'stored' and m.to_bucket <> 'stored')
    and cases.goods_waiting(new.lot_no) > 0
  then raise exception 'lot % waits for its second person', new.lot_no using errcode = '23514', constraint = 'goods_confirmed'; end if;
  return new;
end $$;
create trigger confirmed before insert on cases.goods_entry for each row execute function cases.guard_goods_confirmed();

alter table cases.goods_confirmation enable row level security;
alter table cases.goods_confirmation force row level security;
create policy by_lot on cases.goods_confirmation using (exists (select from cases.goods_lot l where l.lot_no = goods_confirmation.lot_no));
grant select, insert on cases.goods_confirmation to yzt_app;
