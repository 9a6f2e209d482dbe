-- 现场照片 lie in the file store like every other document: sealed, named by SM3. Those of before stay where they are.
alter table licensing.site_photo alter column sealed drop not null;
alter table licensing.site_photo add column file_digest text check (file_digest ~ '^[0-9a-f]{64}$'), add column file_bytes integer;
alter table licensing.site_photo add constraint site_photo_somewhere
  check (num_nonnulls(sealed, file_digest) = 1 and (file_digest is null) = (file_bytes is null));
create index site_photo_file on licensing.site_photo (file_digest) where file_digest is not null;

-- 清理: which files no row names, whoever's row it is. A paper of a matter not yet sent is seen by its person alone, and must not be swept; one that was taken back
-- or expired before it lay in a file is kept no longer.
create policy of_functions on licensing.document for select to current_user using (true);
create policy of_functions on licensing.site_photo for select to current_user using (true);
create function licensing.unnamed_files(digests text[]) returns setof text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select asked from unnest(digests) as asked
  where not exists (select from licensing.document d where d.file_digest = asked
      and (d.application_no is not null or d.ended_at is null))
    and not exists (select from licensing.site_photo p where p.file_digest = asked)
$$;
revoke all on function licensing.unnamed_files(text[]) from public;
grant execute on function licensing.unnamed_files(text[]) to yzt_app;
