-- 检查日历: holidays and high-incidence periods raise proposals of their own; the same period proposes a shop once. 后续监管抽查 is a kind of its own
-- (reference 6.5).
alter table inspection.task drop constraint task_source_check;
alter table inspection.task add constraint task_source_check check (source in ('alert', 'draw', 'person', 'followUp', 'calendar'));
alter table inspection.task drop constraint task_kind_check;
alter table inspection.task add constraint task_kind_check check (kind in ('regular', 'random', 'offHours', 'joint', 'surprise', 'campaign',
  'report', 'licenceCheck', 'followUp', 'afterGrant'));
