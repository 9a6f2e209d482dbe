-- 网络案件认定: the class by the bureau's rule as it stood when the facts were entered; what was entered before has none and is not guessed.
alter table cases.network_fact add column class text, add column policy_version text;
create view cases.published_network_case with (security_invoker = true) as
  select c.no, c.area_code, f.class, c.filed_on
  from cases.case c join lateral (
    select n.class from cases.network_fact n where n.case_no = c.no order by n.n desc limit 1) f on true
  where f.class is not null and c.filed_on is not null;
-- 处罚决定公示 as rows of a figure: by the number of the case, for whoever may see it.
create view cases.published_publication with (security_invoker = true) as
  select p.case_no, c.area_code, p.violation, p.decided_on, p.published_on, p.withdrawn_on
  from cases.publication p join cases.case c on c.no = p.case_no where p.n = 1;
grant select on cases.published_network_case, cases.published_publication to yzt_app;
