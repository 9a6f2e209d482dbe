import { createI18n } from '../../shared/i18n.ts'

export const proceedingTexts = createI18n({
  zh: {
    title: '依职权办理',
    intro:
      '责令整顿、撤销、撤回、收回、注销等：由一人立项并提出意见，另一人决定；先告知，听取陈述申辩。案件的处罚决定取消资格、吊销许可证的，送达后自动列入；原决定被复议、诉讼撤销的，也由人凭文书恢复许可证的效力。',
    none: '没有办理过。',
    nothing: '许可证现在的状态没有可以依职权办理的事项。',
    begin: '立项',
    kind: '办理什么',
    reason: '事实和理由',
    answerBy: '陈述申辩截止 {day}',
    ofCase: '由案件 {no} 提出',
    heard: '当事人提出了陈述申辩',
    open: '打开',
  },
  en: {
    title: 'Begun by the bureau',
    intro:
      'Rectification, rescission, withdrawal, reclaiming, cancellation: one officer begins and proposes, another decides, after notice and hearing the holder. A served penalty that takes the licence is put here by itself; where the decision fell, people restore the licence on the document that says so.',
    none: 'None so far.',
    nothing: 'The present state of the licence allows nothing of this kind.',
    begin: 'Begin',
    kind: 'What',
    reason: 'Facts and reasons',
    answerBy: 'Statement until {day}',
    ofCase: 'proposed by case {no}',
    heard: 'The holder made a statement',
    open: 'Open',
  },
})
