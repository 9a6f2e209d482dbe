import type { Indicator } from './indicator.ts'

/** Severity by outcome, halved every year: who was in trouble long ago is not in trouble for ever. */
export const ownRecord: Indicator = {
  code: 'N07',
  name: 'ownRecord',
  zh: '以往检查发现过问题',
  en: 'Found wanting before',
  meaning:
    '近两年的检查里责令改正过或者立过案；越久远越轻，一年减半；与货源、证件无关的（例如警示标志）只算四分之一。只和别的指标一起用，单凭它不报预警。',
  source: '决定 0011：以往记录是公开研究里最稳的一类特征（设计）',
  needs: ['inspections'],
  support: true,
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, least(1.0, sum(weight)) as strength,
    {'say': format('近两年检查 {} 次，责令改正 {} 次，立案 {} 次，最近一次发现问题在 {} 天前。', any_value(visits),
       count(*) filter (result = 'rectify'), count(*) filter (result = 'filed'), min(days)),
     'visits': any_value(visits), 'rectified': count(*) filter (result = 'rectify'), 'filed': count(*) filter (result = 'filed')} as evidence
  from (select *, count(*) over (partition by licence_no) as visits,
      case result when 'filed' then 0.8 when 'rectify' then 0.3 else 0 end * case when about_market then 1 else 0.25 end * pow(0.5, days / 365.0) as weight
    from visit where days < $recordDays)
  where weight > 0 group by licence_no`,
}
