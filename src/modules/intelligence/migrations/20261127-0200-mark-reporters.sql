-- 举报人指纹: keyed fingerprints of what a sealed identity says (name, telephone, number), so that a text can be asked whether it names who
-- reported without anything being opened. Bound to the code name: two reports of one person have nothing in common here. Nobody may list
-- them; the function answers only which of the given ones belong to the code.
create table informant.mark (
  code text not null check (code ~ '^XR-[0-9A-Z]{6}$'),
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  primary key (code, mark)
);
alter table informant.mark enable row level security;
alter table informant.mark force row level security;
create policy of_functions on informant.mark to current_user using (true) with check (true);
create trigger append_only before update or delete on informant.mark for each row execute function platform.refuse_change();

create function informant.put_marks(given_code text, given text[]) returns void
language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  insert into informant.mark (code, mark) select given_code, unnest(given) on conflict do nothing
$$;
create function informant.marked(asked_code text, asked text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.mark from informant.mark m where m.code = asked_code and m.mark = any(asked)
$$;
revoke all on function informant.put_marks(text, text[]), informant.marked(text, text[]) from public;
grant execute on function informant.put_marks(text, text[]), informant.marked(text, text[]) to yzt_app;
