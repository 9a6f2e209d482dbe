-- 结果的漂移: what the released version foretold of visits later than its lessons, beside what they found; told at each learning.
alter table monitoring.learning add column since_release jsonb;
