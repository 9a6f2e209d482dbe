-- 测量照片 lie in the file store like every other document: sealed, named by SM3. Those of before stay where they are.
alter table registry.walk_photo alter column sealed drop not null;
alter table registry.walk_photo add column file_digest text check (file_digest ~ '^[0-9a-f]{64}$'), add column file_bytes integer;
alter table registry.walk_photo add constraint photo_somewhere
  check (num_nonnulls(sealed, file_digest) = 1 and (file_digest is null) = (file_bytes is null));
create index walk_photo_file on registry.walk_photo (file_digest) where file_digest is not null;

-- 清理: which files no row names, whoever's row it is.
create policy of_functions on registry.walk_photo for select to current_user using (true);
create function registry.unnamed_files(digests text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select asked from unnest(digests) as asked
  where not exists (select from registry.walk_photo p where p.file_digest = asked)
$$;
revoke all on function registry.unnamed_files(text[]) from public;
grant execute on function registry.unnamed_files(text[]) to yzt_app;
