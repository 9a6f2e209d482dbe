-- What a meeting of agencies may need to know of hits and chains: numbers and days, no value and nobody.
create view intelligence.published_hit with (security_invoker = true) as
  select h.id, h.area_code, h.state, (h.raised_at at time zone 'Asia/Shanghai')::date as raised_on, n.key as matter_no
  from intelligence.graph_hit h join intelligence.graph_node n on n.id = h.matter;
create view intelligence.published_chain with (security_invoker = true) as
  select c.id, c.area_code,
    (select count(*)::int from intelligence.chain_item i where i.chain_id = c.id and i.kind = 'gap' and i.state = 'open') as open_gaps,
    (select min(t.due_on) from intelligence.chain_task t where t.chain_id = c.id and t.answer_sealed is null) as next_due
  from intelligence.chain c;
grant select on intelligence.published_hit, intelligence.published_chain to yzt_app;
