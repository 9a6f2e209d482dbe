import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'

export const pictureRefusals = {
  pictureUnknown: {
    status: 404,
    zh: { title: '没有这张图片，或者它现在不公开。', next: '请回到列表再看。' },
    en: { title: 'There is no such picture, or it is not public now.', next: 'Go back to the list.' },
  },
  pictureSubjectUnknown: {
    status: 404,
    zh: { title: '没有找到这张图片要放的短片或活动。', next: '请刷新后再传。' },
    en: { title: 'The film or event of this picture was not found.', next: 'Reload and send it again.' },
  },
  pictureKindWrong: {
    status: 415,
    zh: { title: '这个文件不是 JPEG 或 PNG 图片，或者不完整。', next: '请换一张；看的是内容，不是文件名。' },
    en: { title: 'This file is no whole JPEG or PNG.', next: 'Choose another; the content counts, not the name.' },
  },
  pictureLinkForeign: {
    status: 422,
    zh: {
      title: '图片里的码指向别处：{link}。',
      next: '请去掉这个码。只能放本系统的码，或者通向本局认可网站的码。',
    },
    en: { title: 'A code in the picture leads elsewhere: {link}.', next: 'Take the code out; only our own may stand.' },
    basis: [cite('GG', 22)],
  },
  pictureNotLooked: {
    status: 422,
    zh: { title: '核对单还没有看完：{point}。', next: '请逐项看过画面再勾选；机器认不出画面里的品牌和文字。' },
    en: {
      title: 'The list of checks is not complete.',
      next: 'Look at each point; the machine sees no brand or word.',
    },
    basis: [cite('GG', 22)],
  },
  pictureSamePerson: {
    status: 409,
    zh: { title: '自己传的图片不能自己发布。', next: '请另一位同事看过后发布。' },
    en: { title: 'Whoever sent a picture does not release it.', next: 'Ask a colleague to look at it.' },
  },
  pictureStepNotAllowed: {
    status: 409,
    zh: { title: '这张图片现在不能做这一步。', next: '请刷新，看它现在的状态。' },
    en: { title: 'This step cannot be taken now.', next: 'Reload and look at its state.' },
  },
  pictureReasonMissing: {
    status: 422,
    zh: { title: '要写明为什么不用。', next: '请写清楚原因，留在记录里。' },
    en: { title: 'A reason is needed.', next: 'Say why it is not used; it stays on record.' },
  },
} as const satisfies RefusalTable
