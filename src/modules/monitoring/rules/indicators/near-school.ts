import type { Indicator } from './indicator.ts'

export const nearSchool: Indicator = {
  code: 'M11',
  name: 'nearSchool',
  zh: '学校门口的店',
  en: 'Near a school gate',
  meaning:
    '直线距离校门不到规定米数，近 30 天还在订货。直线只是提示，法定距离要两名执法人员按步行实测；原有持证户到期前受保护。',
  source: '领域参考 6.6 的建议指标（设计）；未成年人保护法第五十九条',
  needs: ['retailers', 'schools', 'order_lines'],
  sql: `select 'retailer' as subject_kind, licence_no as subject, licence_no, 0.5 as strength,
    {'say': format('离“{}”{}直线约 {:.0f} 米，近 30 天订 {} 条。', arg_min(name, metres), coalesce(arg_min(gate_name, metres), '校门'), min(metres), any_value(month)),
     'school': arg_min(name, metres), 'metres': round(min(metres))} as evidence
  from near_gate where metres < $schoolMetres and month > 0 group by licence_no`,
}
