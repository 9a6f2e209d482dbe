import type { RefusalTable } from '#kernel/refusal'

/** Words of window and helpers. */
export const counterRefusals = {
  counterSessionEnded: {
    status: 409,
    zh: { title: '这次接待已经结束。', next: '请重新读一次申请人的身份证。' },
    en: { title: 'This visit at the counter is over.', next: 'Read the applicant’s card again.' },
  },
  deskReadingOver: {
    status: 409,
    zh: { title: '这次读卡已经结束或者超时。', next: '请在窗口页面上再按一次读卡。' },
    en: { title: 'This reading is over.', next: 'Press the button on the page once more.' },
  },
  deskReaderElsewhere: {
    status: 403,
    zh: { title: '这台读卡器不在您的辖区登记。', next: '请用本窗口登记过的读卡器，或者照身份证录入。' },
    en: { title: 'This reader is not enrolled in your area.', next: 'Use the enrolled one, or type from the card.' },
  },
  presenceCodeWrong: {
    status: 422,
    zh: { title: '到场码不对，或者已经过期。', next: '请帮办员在自己的账号里重新取码。' },
    en: { title: 'The helper’s code is wrong or has expired.', next: 'The helper should take a new one.' },
  },
  presenceCodeBusy: {
    status: 409,
    zh: { title: '暂时取不到到场码。', next: '请稍等再取一次。' },
    en: { title: 'No code can be given at this moment.', next: 'Please try again shortly.' },
  },
  alreadyAssisted: {
    status: 409,
    zh: { title: '已经有帮办员在场。', next: '换人帮办的，请先退出，再重新刷身份证。' },
    en: { title: 'A helper is present already.', next: 'For another helper, leave and lay the card again.' },
  },
} as const satisfies RefusalTable
