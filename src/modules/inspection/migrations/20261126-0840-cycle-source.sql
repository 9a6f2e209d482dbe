-- 定期核查: the cycle of a credit class raises proposals of its own; the same week proposes a shop once.
alter table inspection.task drop constraint task_source_check;
alter table inspection.task add constraint task_source_check check (source in ('alert', 'draw', 'person', 'followUp', 'calendar', 'cycle'));
