-- 反馈报送单位: what became of the clue an agency told us, in the words its handler wrote for it; once, like the number it got.
alter table partners.tip
  add column outcome text check (outcome in ('converted', 'referred', 'monitor', 'unfounded', 'duplicate')),
  add column answer_sealed text check (answer_sealed like 'v1.%'),
  add column answered_at timestamptz,
  add constraint answered_whole check (num_nonnulls(outcome, answer_sealed, answered_at) in (0, 3)),
  add constraint answered_of_clue check (answered_at is null or clue_no is not null);
create index tip_of_clue on partners.tip (clue_no);
create or replace function partners.guard_tip() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - '{clue_no,outcome,answer_sealed,answered_at}'::text[] is distinct from to_jsonb(old) - '{clue_no,outcome,answer_sealed,answered_at}'::text[]
    or (old.clue_no is not null and new.clue_no is distinct from old.clue_no)
    or (old.answered_at is not null and (new.outcome, new.answer_sealed, new.answered_at) is distinct from (old.outcome, old.answer_sealed, old.answered_at))
  then raise exception 'what was told is not changed' using errcode = '23514', constraint = 'tip_kept'; end if;
  return new;
end $$;
grant update (outcome, answer_sealed, answered_at) on partners.tip to yzt_app;
