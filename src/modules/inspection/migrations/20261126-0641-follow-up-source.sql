-- 整改复查、约谈回访: asked for by credit; the same asking (file and round) proposes one task.
alter table inspection.task drop constraint task_source_check;
alter table inspection.task add constraint task_source_check check (source in ('alert', 'draw', 'person', 'followUp'));
