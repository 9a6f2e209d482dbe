-- 人脸核对的结论: what a terminal claimed of one comparison. Never a picture, never the numbers a face is turned into.
create table access.face_check (
  id uuid primary key,
  session_id uuid not null references access.card_session,
  person_index text not null check (length(person_index) = 64),
  terminal_id uuid not null references access.terminal,
  result text not null check (result in ('passed', 'grey', 'failed')),
  score numeric(4, 3) not null check (score between 0 and 1),
  challenge text not null check (challenge in ('passed', 'failed', 'timeOut', 'simulated')),
  model text not null check (char_length(model) between 1 and 60),
  checked_at timestamptz not null
);
create index face_check_of_session on access.face_check (session_id, checked_at desc);
create index face_check_of_person on access.face_check (person_index);

alter table access.face_check enable row level security;
alter table access.face_check force row level security;
create policy own on access.face_check using (access.everything_in_scope() or platform.is_person(person_index));
-- Deleted, never changed: withdrawing the consent takes what is left here with it (个人信息保护法第四十七条).
grant select, insert, delete on access.face_check to yzt_app;
-- A passed comparison raises the way of proof of the open session; withdrawal lowers it again.
grant update (method) on access.card_session to yzt_app;
