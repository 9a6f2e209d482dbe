import type { Persona } from './persona.ts'

const encheng = '440785001'

/** 到窗口来的人: with whom every service is walked through at the counter; and those who use the telephone. */
export const atTheCounter: readonly Persona[] = [
  {
    id: 'counter',
    label: '到窗口办各种事项',
    name: '卢国明',
    sex: 'male',
    birth: '1972-06-12',
    sequence: 935,
    shops: [{ serial: 26, name: '国明副食店', town: encheng, local: '第十五片区6号', at: [-2100, 1300], daysLeft: 58 }],
  },
  {
    id: 'counter-suspended',
    label: '停业中，到窗口恢复营业',
    name: '温小慧',
    sex: 'female',
    birth: '1979-10-02',
    sequence: 936,
    shops: [
      {
        serial: 24,
        name: '小慧便利店',
        town: encheng,
        local: '第十六片区4号',
        at: [2300, -1500],
        daysLeft: 420,
        status: 'suspended',
        suspended: [-90, 90],
      },
    ],
  },
  {
    id: 'phone-suspended',
    label: '停业中，用手机恢复营业',
    name: '邝月明',
    sex: 'female',
    birth: '1985-05-05',
    sequence: 938,
    shops: [
      {
        serial: 25,
        name: '月明士多店',
        town: encheng,
        local: '第十七片区9号',
        at: [-2600, -1900],
        daysLeft: 500,
        status: 'suspended',
        suspended: [-60, 120],
      },
    ],
  },
  {
    id: 'renumbered',
    label: '门牌号改了，在终端办变更、用手机交证明',
    name: '邝月桂',
    sex: 'female',
    birth: '1974-03-08',
    sequence: 940,
    shops: [{ serial: 27, name: '月桂食杂店', town: encheng, local: '第十八片区8号', at: [2600, 1900], daysLeft: 600 }],
  },
  {
    id: 'closing',
    label: '不开店了，用手机办歇业',
    name: '周月好',
    sex: 'female',
    birth: '1959-11-20',
    sequence: 944,
    shops: [{ serial: 29, name: '月好杂货店', town: encheng, local: '第十九片区3号', at: [-2900, 800], daysLeft: 310 }],
  },
  {
    id: 'principal',
    label: '出门在外，委托家人用手机代办',
    name: '阮秀珍',
    sex: 'female',
    birth: '1963-08-16',
    sequence: 946,
    shops: [
      { serial: 31, name: '秀珍副食店', town: encheng, local: '第二十一片区7号', at: [-800, -2700], daysLeft: 450 },
    ],
  },
  {
    id: 'away',
    label: '出门在外，已委托别人代办延续',
    name: '潘惠珍',
    sex: 'female',
    birth: '1961-02-27',
    sequence: 948,
    shops: [
      { serial: 32, name: '惠珍士多店', town: encheng, local: '第二十二片区2号', at: [1200, 2900], daysLeft: 52 },
    ],
  },
  {
    id: 'graded',
    label: '有信用记录，用手机提出异议',
    name: '关伯年',
    sex: 'male',
    birth: '1976-07-07',
    sequence: 945,
    shops: [{ serial: 30, name: '伯年便利店', town: encheng, local: '第二十片区5号', at: [2900, -600], daysLeft: 520 }],
  },
]
