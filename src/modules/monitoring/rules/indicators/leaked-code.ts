import type { Indicator } from './indicator.ts'

export const leakedCode: Indicator = {
  code: 'M08',
  name: 'leakedCode',
  zh: '喷码在别处发现',
  en: 'Carton codes found elsewhere',
  meaning: '条包上的 32 位码是给这家店的，烟却在别处被查到。真烟外流最直接的证据。',
  source: '领域参考 6.6 的建议指标（设计）；32 位码的读法见领域参考 4.4，由系统内核解码',
  needs: ['carton_finds'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, least(1.0, 0.4 + 0.2 * count(*)) as strength,
    {'say': format('近一年有 {} 条在别处查到的烟喷着这家店的码，分拣日最近是 {}。', count(*), max(sorted_on)),
     'finds': count(*), 'codes': list(code32 order by found_at desc)[1:20], 'where': list(distinct area_code)[1:10],
     'metres': round(max(metres))} as evidence
  from found_code
  where days < $leakDays and (metres > $leakMetres or (metres is null and other_area)
    or (metres is null and other_area is null and context in ('seizure', 'partner')))
  group by licence_no`,
}
