import type { Words } from '../figure.ts'

interface Meaning {
  readonly name: Words
  readonly meaning: Words
  /** Null for what has none. */
  readonly unit: Words | null
}

const units = {
  度: { zh: '度', en: 'degrees' },
  份: { zh: '份', en: 'sheets' },
  个: { zh: '个', en: 'items' },
  比例: { zh: '比例', en: 'share of one' },
} as const satisfies Record<string, Words>

const entry = (
  name: readonly [string, string],
  meaning: readonly [string, string],
  unit?: keyof typeof units,
): Meaning => ({
  name: { zh: name[0], en: name[1] },
  meaning: { zh: meaning[0], en: meaning[1] },
  unit: unit === undefined ? null : units[unit],
})

/**
 * 数据字典, and the allow-list at once: a column that is not named here cannot leave the house, and none of these tells of a person
 * or of one shop (数据安全法第四十二条: 开放目录).
 */
export const openColumns = {
  town: entry(['镇街', 'Town'], ['所在镇街；户数太少的合并为“其他（合并）”', 'Town; too small ones are joined']),
  format: entry(['经营业态', 'Business format'], ['许可证登记的业态', 'Format on the licence']),
  licenceState: entry(['许可证状态', 'Licence state'], ['登记的状态', 'State on record']),
  service: entry(['业务', 'Service'], ['申请的业务', 'The service applied for']),
  month: entry(['月份', 'Month'], ['收到申请的月份', 'Month of receipt']),
  outcome: entry(['检查结果', 'Outcome'], ['现场检查的结果', 'What the visit found']),
  about: entry(['违法行为', 'Violation'], ['公示的处罚决定写的违法行为', 'The violation as published']),
  year: entry(['年度', 'Year'], ['作出决定的年度', 'Year of the decision']),
  count: entry(
    ['数量', 'Count'],
    [
      '空格表示不公开：数量太少，或者公开后能算出别的格',
      'Empty: withheld, because it is small or would give another away',
    ],
    '个',
  ),
  code: entry(['编号', 'Number'], ['服务点、抽查或调查的编号', 'Number of the point, draw or survey']),
  name: entry(['名称', 'Name'], ['公开的名称', 'Its public name']),
  kind: entry(['类型', 'Kind'], ['自助终端、服务窗口或村委服务点', 'Terminal, hall or village point']),
  lng: entry(['经度', 'Longitude'], ['服务点的位置', 'Place of the point'], '度'),
  lat: entry(['纬度', 'Latitude'], ['服务点的位置', 'Place of the point'], '度'),
  openedOn: entry(['启用日期', 'Opened on'], ['开始服务的日期', 'First day of service']),
  working: entry(
    ['在用', 'In use'],
    [
      '窗口和村委服务点为“是”；自助终端一天左右有过心跳为“是”。此刻能不能办，见“找服务点”',
      '是 for offices and for terminals heard of within about a day; whether it serves this minute is told by the page of service points',
    ],
  ),
  from: entry(['起始日', 'From'], ['检查或调查开始', 'First day']),
  to: entry(['截止日', 'To'], ['检查或调查结束', 'Last day']),
  drawnOn: entry(['抽取日期', 'Drawn on'], ['抽取结果的日期', 'Day of the draw']),
  answers: entry(['有效问卷', 'Answers'], ['调查收到的有效问卷', 'Valid answers'], '份'),
  share: entry(['知晓率', 'Awareness'], ['按抽样设计加权', 'Weighted by the design'], '比例'),
  low: entry(['区间下限', 'Low'], ['95% 置信区间', '95% confidence interval'], '比例'),
  high: entry(['区间上限', 'High'], ['95% 置信区间', '95% confidence interval'], '比例'),
} as const satisfies Readonly<Record<string, Meaning>>

export type OpenColumn = keyof typeof openColumns
export type OpenCell = string | number | null
export type OpenRow = Readonly<Partial<Record<OpenColumn, OpenCell>>>
