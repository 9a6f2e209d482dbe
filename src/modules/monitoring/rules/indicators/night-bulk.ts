import { type Indicator, ramp } from './indicator.ts'

export const nightBulk: Indicator = {
  code: 'M10',
  name: 'nightBulk',
  zh: '深夜大宗出货',
  en: 'Bulk sales at night',
  meaning: '深夜（23 点到 5 点）一次扫出很多包。数据里没有送货时间，用收银扫码的时间看夜里出货。',
  source: '领域参考 6.6 的建议指标（设计）：夜间送货；文件格式没有送货时间，以夜间大宗扫码代替',
  needs: ['scans'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, ${ramp('max(packs)', '$nightPacks')} as strength,
    {'say': format('近 30 天有 {} 个深夜出货超过 {} 包，最多一夜 {} 包。', count(*), $nightPacks::int, max(packs)),
     'nights': count(*), 'mostPacks': max(packs)} as evidence
  from (select licence_no, day, sum(night_packs) as packs from sold_day where day < 30 group by all)
  where packs >= $nightPacks group by licence_no`,
}
