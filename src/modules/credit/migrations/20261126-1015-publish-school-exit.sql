-- 自愿退出 from the school surroundings: which shop, since when, why. No word of a talk.
create view credit.published_school_exit with (security_invoker = true) as
  select licence_no, area_code, out_on, out_cause from credit.school_case where state = 'out';
grant select on credit.published_school_exit to yzt_app;
