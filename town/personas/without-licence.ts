import type { Persona } from './persona.ts'

/** 没有许可证: cards whose holders have nothing to renew here. */
export const withoutLicence: readonly Persona[] = [
  {
    id: 'other-county',
    label: '他县的许可证（本市查无）',
    name: '麦志伟',
    sex: 'male',
    birth: '1981-09-09',
    sequence: 927,
    countyOfNumber: '440784',
    shops: [],
    business: { serial: 9002, name: '志伟商店', town: '440785104', local: '马龙塘村88号' },
    bar: { kind: 'unlicensedTwice', daysAgo: 400 },
  },
  {
    id: 'no-licence',
    label: '没有许可证（有营业执照，可以新办）',
    name: '伍永康',
    sex: 'male',
    birth: '1987-07-07',
    sequence: 929,
    shops: [],
    business: { serial: 9001, name: '永康便利店', town: '440785103', local: '南塘村新街66号' },
  },
  {
    id: 'newcomer',
    label: '没有许可证（有营业执照，手机新办）',
    name: '陆小燕',
    sex: 'female',
    birth: '1992-03-18',
    sequence: 934,
    shops: [],
    business: { serial: 9003, name: '小燕食杂店', town: '440785103', local: '圩镇新街12号' },
  },
  {
    id: 'agent',
    label: '没有许可证，替别人代办（已受委托办延续）',
    name: '阮志豪',
    sex: 'male',
    birth: '1990-12-01',
    sequence: 947,
    shops: [],
  },
  { id: 'minor', label: '未成年人', name: '冯小宝', sex: 'male', birth: { age: 14 }, sequence: 931, shops: [] },
]
