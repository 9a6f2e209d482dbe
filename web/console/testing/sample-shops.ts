import type { AreaView, MapAreas, RetailerRow, RetailerView } from '#contract/registry'

/** 模拟数据: a handful of towns and shops, made by arithmetic so that every run shows the same. */
const towns = [
  ['440785001', '恩城街道', 112.305, 22.183],
  ['440785102', '横陂镇', 112.22, 22.05],
  ['440785103', '圣堂镇', 112.39, 22.27],
  ['440785105', '沙湖镇', 112.45, 22.32],
  ['440785106', '牛江镇', 112.36, 22.33],
  ['440785107', '君堂镇', 112.37, 22.21],
  ['440785108', '大田镇', 112.1, 22.29],
] as const

export const areas: AreaView[] = [
  { code: '440785', name: '恩平市', kind: 'county', parentCode: '440700', position: { lng: 112.305, lat: 22.183 } },
  ...towns.map(
    ([code, name, lng, lat]): AreaView => ({ code, name, kind: 'town', parentCode: '440785', position: { lng, lat } }),
  ),
]

const names = ['南塘', '福满', '利民', '百顺', '新丰', '永和', '乐家', '金穗', '恒发', '荔园']
const kinds = ['便利店', '食杂店', '超市', '烟酒商店'] as const
const people = ['陈**', '梁*', '冯**', '吴**', '岑*']
const states = [
  'valid',
  'valid',
  'valid',
  'valid',
  'valid',
  'valid',
  'suspended',
  'expired',
  'expiredPending',
  'cancelled',
  'rectifying',
] as const

export const shops: RetailerRow[] = Array.from({ length: 240 }, (_, index): RetailerRow => {
  const town = towns[index % towns.length] ?? towns[0]
  const kind = kinds[index % kinds.length] ?? '便利店'
  const angle = index * 2.4
  const reach = 0.004 + (index % 13) * 0.0028
  return {
    licenceNo: `440785${index % 9 === 0 ? 2 : 1}${String(10_001 + index).padStart(5, '0')}`,
    shopName: `恩平市${town[1]}${names[index % names.length]}${kind}`,
    operatorNameMasked: people[index % people.length] ?? '陈**',
    phoneMasked: `*******${String(1000 + index).slice(-4)}`,
    address: `恩平市${town[1]}解放路${index + 1}号首层`,
    areaCode: `${town[0]}201`,
    townName: town[1],
    businessFormat: kind,
    state: states[index % states.length] ?? 'valid',
    validTo: `20${27 + (index % 4)}-0${1 + (index % 9)}-15`,
    position: { lng: town[2] + Math.cos(angle) * reach, lat: town[3] + Math.sin(angle) * reach },
  }
})

export function retailerView(row: RetailerRow): RetailerView {
  return {
    ...row,
    id: '0f0f0f0f-0000-4000-8000-000000000001',
    creditCode: '92440785MA4XXXXX0X',
    marketType: '农村',
    grade: 12,
    subjectKind: '个体工商户',
    scope: ['卷烟', '雪茄烟'],
    licensedOn: '2017-03-02',
    validFrom: '2022-03-02',
    operatorIdMasked: '**************2316',
    nearestGate: { school: '沙湖中心小学', gate: '正门', kind: '小学', metres: 86 },
    sameAddress: [],
    sameOperator: [shops[20]?.licenceNo ?? ''],
  }
}

export const mapPoints = {
  shops: shops.flatMap(({ licenceNo, shopName, state, areaCode, position }) =>
    position === null ? [] : [{ licenceNo, name: shopName, state, areaCode, ...position }],
  ),
  gates: towns.map(([, name, lng, lat]) => ({
    school: `${name}中心小学`,
    gate: '正门',
    kind: '小学',
    lng: lng + 0.003,
    lat: lat + 0.002,
  })),
  servicePoints: towns.map(([code, name, lng, lat]) => ({
    code: `T${code.slice(-3)}`,
    name: `${name}便民服务中心`,
    kind: '自助终端',
    lng,
    lat: lat - 0.003,
  })),
}

const box = (lng: number, lat: number): number[][] => [
  [lng - 0.05, lat - 0.03],
  [lng + 0.05, lat - 0.03],
  [lng + 0.05, lat + 0.03],
  [lng - 0.05, lat + 0.03],
  [lng - 0.05, lat - 0.03],
]

export const mapAreas: MapAreas = {
  type: 'FeatureCollection',
  note: '示意范围，不是行政界线。',
  features: towns.map(([code, name, lng, lat]) => ({
    type: 'Feature',
    properties: { code, name, lng, lat },
    geometry: { type: 'Polygon', coordinates: [box(lng, lat)] },
  })),
}
