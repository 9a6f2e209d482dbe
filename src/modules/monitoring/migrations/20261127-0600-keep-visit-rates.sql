-- 实际检查率: the visits made in the year before, by town, shop size and market type; days from before this was counted have none.
alter table monitoring.model_day add column visited jsonb not null default '[]';
