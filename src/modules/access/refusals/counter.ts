import type { RefusalTable } from '#kernel/refusal'

/** Words of window and helpers. */
export const counterRefusals = {
  counterSessionEnded: {
    status: 409,
    zh: { title: '这次接待已经结束。', next: '请重新读一次申请人的身份证。' },
    en: { title: 'This visit at the counter is over.', next: 'Read the applicant’s card again.' },
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
