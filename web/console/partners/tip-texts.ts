import { createI18n } from '../../shared/i18n.ts'

/** 报送线索 */
export const tipTexts = createI18n({
  zh: {
    title: '报送线索',
    intro: '报给烟草专卖局的线索，受理以后这里显示线索编号。请不要写举报人的姓名、电话。',
    matter: '事项',
    text: '情况（时间、地点、车牌、运单等）',
    ref: '贵单位的编号（没有的不填）',
    send: '报送',
    done: '已报送 {no}',
    told: '报送过的线索',
    waiting: '已收到，正在登记',
    taken: '已受理，线索编号 {no}',
    outcome: '{outcome}（{at}）',
    'told.intro':
      '协作单位从自己的入口报来的线索，收到就登记。内容和办理都在线索里；反馈结果的那一步，写的话会回到报送单位。',
    no: '报送编号',
    agency: '报送单位',
    at: '收到时间',
    clue: '线索',
    answer: '反馈',
    none: '还没有单位报送线索。',
    notYet: '还没有反馈',
  },
  en: {
    title: 'Tell a clue',
    intro:
      'What you tell the tobacco bureau; once taken, the number of the clue stands here. Please leave out name and telephone of whoever reported.',
    matter: 'Matter',
    text: 'What happened (time, place, plate, waybill)',
    ref: 'Your number (empty: none)',
    send: 'Tell',
    done: '{no} told',
    told: 'Clues told',
    waiting: 'received, being registered',
    taken: 'taken as clue {no}',
    outcome: '{outcome} ({at})',
    'told.intro':
      'Clues that agencies told by their own door, registered as they come. Content and handling stand on the clue; what is written at the step “Give feedback” goes back to the agency.',
    no: 'Number',
    agency: 'Agency',
    at: 'Received',
    clue: 'Clue',
    answer: 'Feedback',
    none: 'No agency has told a clue yet.',
    notYet: 'none yet',
  },
})
