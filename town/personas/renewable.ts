import type { Persona } from './persona.ts'

const shahu = '440785103'
const niujiang = '440785104'
const encheng = '440785001'

/** 可自动延续: nothing speaks against them. */
export const renewable: readonly Persona[] = [
  {
    id: 'renew',
    label: '可自动延续',
    name: '梁桂芳',
    sex: 'female',
    birth: '1979-05-16',
    sequence: 902,
    shops: [{ serial: 1, name: '南塘桂芳食杂店', town: shahu, local: '南塘村12号', at: [1500, 700], daysLeft: 62 }],
  },
  {
    id: 'elder',
    label: '可自动延续（长者，证件长期有效）',
    name: '冯金水',
    sex: 'male',
    birth: '1951-03-08',
    sequence: 903,
    card: 'longTerm',
    shops: [{ serial: 2, name: '岭南金水士多店', town: niujiang, local: '岭南村3号', at: [-1400, 900], daysLeft: 47 }],
  },
  {
    id: 'opens-today',
    label: '今天起可以延续（届满前第90日）',
    name: '关少波',
    sex: 'male',
    birth: '1986-11-02',
    sequence: 905,
    shops: [{ serial: 3, name: '少波便利店', town: encheng, local: '第一片区8号', at: [-500, 400], daysLeft: 90 }],
  },
  {
    id: 'last-day',
    label: '今天是按时申请的最后一天',
    name: '叶惠霞',
    sex: 'female',
    birth: '1971-07-21',
    sequence: 904,
    shops: [{ serial: 4, name: '惠霞副食店', town: encheng, local: '第二片区15号', at: [600, 900], daysLeft: 30 }],
  },
  {
    id: 'rare-name',
    label: '姓名有生僻字（可自动延续）',
    name: '梁䶮',
    sex: 'male',
    birth: '1988-08-18',
    sequence: 919,
    shops: [{ serial: 19, name: '梁䶮烟酒店', town: encheng, local: '第九片区2号', at: [1900, 1100], daysLeft: 52 }],
  },
  {
    id: 'library-away',
    label: '来办延续时证照库没有应答',
    name: '甘绍文',
    sex: 'male',
    birth: '1985-02-14',
    sequence: 957,
    shops: [{ serial: 41, name: '绍文便利店', town: encheng, local: '幸福巷尾101号', at: [-600, -2700], daysLeft: 47 }],
  },
  {
    id: 'asked-about-law',
    label: '被抽中参加知晓率调查',
    name: '廖学法',
    sex: 'male',
    birth: '1979-04-18',
    sequence: 973,
    shops: [
      { serial: 54, name: '学法便利店', town: encheng, local: '幸福巷尾154号', at: [-640, -2760], daysLeft: 900 },
    ],
  },
  {
    id: 'e-cigarette',
    label: '含电子烟（可自动延续）',
    name: '余嘉豪',
    sex: 'male',
    birth: '1993-03-27',
    sequence: 921,
    shops: [
      {
        serial: 20,
        name: '嘉豪烟酒商行',
        town: encheng,
        local: '第十片区6号',
        at: [0, 1900],
        daysLeft: 49,
        scope: '卷烟零售;雪茄烟零售;电子烟零售',
      },
    ],
  },
]
