import { createI18n } from '../../shared/i18n.ts'

export const ratingTexts = createI18n({
  zh: {
    title: '这次办得怎么样',
    intro: '评不评都可以，评价一次，办您这件事的人看不到是谁评的。',
    reasons: '原因（可不选）',
    words: '还想说的（可不填）',
    wordsHint: '请不要写身份证号和电话',
    send: '提交评价',
    sending: '正在提交',
    thanks: '已经收到您的评价，谢谢。',
    willCall: '我们会在 {day}以前联系您。',
    willCallSoon: '我们会尽快联系您。',
    given: '这一件已经评价过了，谢谢您。',
    failed: '{title}{next}',
    choose: '请先选满意程度。',
  },
  en: {
    title: 'How was it',
    intro: 'Rating is up to you, once; whoever handled your matter does not see who rated.',
    reasons: 'Reasons (optional)',
    words: 'Anything else (optional)',
    wordsHint: 'No ID or telephone numbers, please',
    send: 'Send the rating',
    sending: 'Sending',
    thanks: 'Your rating has arrived. Thank you.',
    willCall: 'We will call you by {day}.',
    willCallSoon: 'We will call you soon.',
    given: 'This application has been rated. Thank you.',
    failed: '{title} {next}',
    choose: 'Choose a grade first.',
  },
})
