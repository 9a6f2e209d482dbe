import type { Persona } from './persona.ts'

const shahu = '440785103'
const niujiang = '440785104'
const encheng = '440785001'

/** 转人工: a fact around the shop or the person that an officer must look at. */
export const forAPerson: readonly Persona[] = [
  {
    id: 'near-school',
    label: '学校附近（转人工）',
    name: '陈伟明',
    sex: 'male',
    birth: '1977-01-25',
    sequence: 911,
    shops: [{ serial: 10, name: '伟明士多店', town: shahu, local: '圩镇第一片区9号', at: [-300, 200], daysLeft: 55 }],
  },
  {
    id: 'several',
    label: '一人多证（转人工）',
    name: '黄美玲',
    sex: 'female',
    birth: '1985-06-12',
    sequence: 912,
    shops: [
      { serial: 11, name: '美玲超市', town: encheng, local: '第六片区1号', at: [-1500, 600], daysLeft: 58 },
      { serial: 12, name: '美玲便利店', town: shahu, local: '圩镇第二片区30号', at: [500, -400], daysLeft: 800 },
    ],
  },
  {
    id: 'shared-address',
    label: '同一地址另有许可证（转人工）',
    name: '司徒文辉',
    sex: 'male',
    birth: '1972-10-10',
    sequence: 913,
    shops: [{ serial: 13, name: '文辉食杂店', town: niujiang, local: '圩镇社区18号', at: [200, -150], daysLeft: 66 }],
  },
  {
    id: 'shared-address-other',
    label: '同一地址的另一户',
    name: '司徒妙颜',
    sex: 'female',
    birth: '1974-03-03',
    sequence: 914,
    shops: [{ serial: 14, name: '妙颜副食店', town: niujiang, local: '圩镇社区18號', at: [200, -150], daysLeft: 900 }],
  },
  {
    id: 'open-case',
    label: '有未结案件（转人工）',
    name: '张月娥',
    sex: 'female',
    birth: '1969-05-05',
    sequence: 916,
    shops: [
      {
        serial: 15,
        name: '月娥杂货店',
        town: shahu,
        local: '圩镇第三片区7号',
        at: [900, 1500],
        daysLeft: 50,
        holds: ['openCase'],
      },
    ],
  },
  {
    id: 'lent-licence',
    label: '出借许可证，处罚决定取消资格（转人工）',
    name: '范模癸',
    sex: 'male',
    birth: '1976-04-06',
    sequence: 953,
    shops: [{ serial: 42, name: '模癸士多店', town: shahu, local: '圩镇新街44号', at: [640, -870], daysLeft: 420 }],
  },
  {
    id: 'stale-check',
    label: '实地核查过期（转人工）',
    name: '莫启明',
    sex: 'male',
    birth: '1966-02-02',
    sequence: 915,
    shops: [
      {
        serial: 16,
        name: '启明士多店',
        town: niujiang,
        local: '高联村11号',
        at: [-900, -1300],
        daysLeft: 64,
        siteCheckAgo: 700,
      },
    ],
  },
  {
    id: 'to-be-checked',
    label: '实地核查过期，离学校不远（转人工）',
    name: '冼国兴',
    sex: 'male',
    birth: '1974-08-08',
    sequence: 933,
    shops: [
      {
        serial: 23,
        name: '国兴食杂店',
        town: shahu,
        local: '圩镇第四片区16号',
        at: [-480, 330],
        daysLeft: 57,
        siteCheckAgo: 700,
      },
    ],
  },
  {
    id: 'renamed',
    label: '营业执照名称不一致（转人工）',
    name: '唐家俊',
    sex: 'male',
    birth: '1990-01-15',
    sequence: 917,
    shops: [
      {
        serial: 17,
        name: '家俊便利店',
        town: encheng,
        local: '第七片区5号',
        at: [300, -1500],
        daysLeft: 61,
        business: { name: '家俊生活超市' },
      },
    ],
  },
  {
    id: 'business-ended',
    label: '营业执照已注销（转人工）',
    name: '苏翠燕',
    sex: 'female',
    birth: '1970-12-24',
    sequence: 918,
    shops: [
      {
        serial: 18,
        name: '翠燕食杂店',
        town: encheng,
        local: '第八片区12号',
        at: [-1900, -300],
        daysLeft: 44,
        business: { live: false },
      },
    ],
  },
]
