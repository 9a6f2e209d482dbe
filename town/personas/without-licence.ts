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
  },
  { id: 'no-licence', label: '没有许可证', name: '伍永康', sex: 'male', birth: '1987-07-07', sequence: 929, shops: [] },
  { id: 'minor', label: '未成年人', name: '冯小宝', sex: 'male', birth: { age: 14 }, sequence: 931, shops: [] },
]
