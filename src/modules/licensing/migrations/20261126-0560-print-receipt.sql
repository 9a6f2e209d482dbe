-- 收件凭证打印: the paper an application brings, on the same ledger as licence pages. It is a sheet like any other (one number,
-- one outcome, the person's word) but no copy of a licence: it bears no code of one.
alter table licensing.print drop constraint print_face_check;
alter table licensing.print add constraint print_face_check check (face in ('original', 'duplicate', 'query', 'receipt'));
alter table licensing.print add column paper_id uuid references licensing.paper;
alter table licensing.print alter column token drop not null;
alter table licensing.print add constraint print_page check (
  (face = 'receipt') = (paper_id is not null) and (face = 'receipt') = (token is null));
