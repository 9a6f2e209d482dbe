import type { Indicator } from './indicator.ts'

export const foreignCode: Indicator = {
  code: 'N09',
  name: 'foreignCode',
  zh: '店里查到别家的码',
  en: 'Codes of other shops found here',
  meaning: '在这家店查到或被拍到的条包，32 位码是给别的店的。可能是从非当地批发企业进的货；也可能是向邻店借的几条。',
  source: '专卖法第二十三条：从当地烟草批发企业进货；32 位码的读法见领域参考 4.4（做法为设计）',
  needs: ['carton_finds', 'retailers'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no,
    least(1.0, 0.3 + 0.1 * least(count(*), 4) + 0.3 * max((left(holder, 6) <> left(licence_no, 6))::int)) as strength,
    {'say': format('近一年在店里见到 {} 条喷着别家码的烟，其中 {} 条的码是外县的，最近一次在 {} 天前。', count(*),
       count(*) filter (left(holder, 6) <> left(licence_no, 6)), min(days)),
     'finds': count(*), 'codes': list(code32 order by found_at desc)[1:20]} as evidence
  from laid_code where days < $leakDays and holder <> licence_no group by licence_no`,
}
