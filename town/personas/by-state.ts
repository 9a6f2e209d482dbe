import type { Persona } from './persona.ts'

const shahu = '440785103'
const niujiang = '440785104'
const encheng = '440785001'

/** 时间、状态、证件: the day, the state of the licence or the card decides. */
export const byState: readonly Persona[] = [
  {
    id: 'early',
    label: '太早（还有一年多到期）',
    name: '岑志强',
    sex: 'male',
    birth: '1983-02-14',
    sequence: 907,
    shops: [{ serial: 5, name: '志强便利店', town: encheng, local: '第三片区21号', at: [900, -700], daysLeft: 410 }],
  },
  {
    id: 'late',
    label: '逾期（有效期最后30日内，转人工）',
    name: '吴秀珍',
    sex: 'female',
    birth: '1968-09-30',
    sequence: 906,
    shops: [{ serial: 6, name: '秀珍杂货店', town: shahu, local: '南塘村27号', at: [1700, 500], daysLeft: 12 }],
  },
  {
    id: 'last-week',
    label: '只剩几天（有效期最后30日内，转人工）',
    name: '吴秀兰',
    sex: 'female',
    birth: '1966-02-11',
    sequence: 942,
    shops: [{ serial: 28, name: '秀兰杂货店', town: shahu, local: '南塘村31号', at: [1900, 300], daysLeft: 6 }],
  },
  {
    id: 'expired',
    label: '许可证已届满（转人工）',
    name: '郑国荣',
    sex: 'male',
    birth: '1962-12-05',
    sequence: 909,
    shops: [
      {
        serial: 7,
        name: '国荣食杂店',
        town: niujiang,
        local: '龙湾村6号',
        at: [1100, 1300],
        daysLeft: -20,
        status: 'expired',
      },
    ],
  },
  {
    id: 'suspended',
    label: '已停业（转人工）',
    name: '何丽琼',
    sex: 'female',
    birth: '1975-04-18',
    sequence: 908,
    shops: [
      {
        serial: 8,
        name: '丽琼便民店',
        town: encheng,
        local: '第四片区3号',
        at: [-900, -900],
        daysLeft: 70,
        status: 'suspended',
        suspended: [-100, 80],
      },
    ],
  },
  {
    id: 'rectifying',
    label: '正在整顿（转人工）',
    name: '谭少芬',
    sex: 'female',
    birth: '1980-08-08',
    sequence: 910,
    shops: [
      {
        serial: 9,
        name: '少芬烟酒店',
        town: encheng,
        local: '第五片区16号',
        at: [1300, 300],
        daysLeft: 75,
        status: 'rectifying',
        holds: ['rectification'],
      },
    ],
  },
  {
    id: 'cancelled',
    label: '许可证已注销',
    name: '李建明',
    sex: 'male',
    birth: '1973-06-06',
    sequence: 925,
    shops: [
      {
        serial: 22,
        name: '建明杂货店',
        town: shahu,
        local: '圩镇第四片区10号',
        at: [-1200, -600],
        daysLeft: 500,
        status: 'cancelled',
      },
    ],
  },
  {
    id: 'card-expired',
    label: '身份证已过期',
    name: '聂桂生',
    sex: 'male',
    birth: '1964-04-04',
    sequence: 923,
    card: 'expired',
    shops: [{ serial: 21, name: '桂生食杂店', town: niujiang, local: '仕洞村2号', at: [1600, -700], daysLeft: 40 }],
  },
]
