import type { Indicator } from './indicator.ts'

export const reported: Indicator = {
  code: 'N08',
  name: 'reported',
  zh: '近期有线索指向',
  en: 'Named in recent clues',
  meaning: '近半年的举报或者其他线索提到这家店。线索本身另有人核查，这里只和别的指标一起用，单凭它不报预警。',
  source: '领域参考 7：线索来源（设计）',
  needs: ['clues'],
  support: true,
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, least(1.0, 0.3 + 0.2 * count(distinct clue_id)) as strength,
    {'say': format('近半年有 {} 条线索提到这家店，最近一条在 {} 天前。', count(distinct clue_id), min(days)),
     'clues': list(distinct clue_id order by clue_id)[1:20]} as evidence
  from named_in_clue where days < $reportDays group by licence_no`,
}
