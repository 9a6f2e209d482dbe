import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'

export const filmRefusals = {
  filmUnknown: {
    status: 404,
    zh: { title: '没有这部短片，或者它现在不公开。', next: '请回到“普法小剧场”看看有哪些短片。' },
    en: { title: 'There is no such film, or it is not public now.', next: 'Go back to the list of films.' },
  },
  filmChanged: {
    status: 409,
    zh: { title: '这部短片刚刚有人改过，或者转码有了结果。', next: '请刷新，看过再做。' },
    en: { title: 'This film has just changed.', next: 'Reload and look before you go on.' },
  },
  filmStepNotAllowed: {
    status: 409,
    zh: { title: '这部短片现在不能做这一步。', next: '请看它现在的状态。' },
    en: { title: 'This step cannot be taken now.', next: 'Look at the state of the film.' },
  },
  filmSamePerson: {
    status: 409,
    zh: { title: '写过、传过这部短片或者它的封面的人不能自己发布。', next: '请另一位同事看过后发布。' },
    en: { title: 'Whoever wrote or sent a film or its cover does not release it.', next: 'Ask a colleague to do it.' },
  },
  filmReasonMissing: {
    status: 422,
    zh: { title: '要写明为什么撤下。', next: '请写清楚原因，留在记录里。' },
    en: { title: 'A reason is needed.', next: 'Say why it is withdrawn; it stays on record.' },
  },
  filmItemNotReady: {
    status: 422,
    zh: { title: '片后的题目没有发布，或者不是给这些对象的。', next: '请从题库里选一道已发布、对象相符的题。' },
    en: { title: 'The question is not released, or is for others.', next: 'Choose a released one for this audience.' },
  },
  filmKindUnknown: {
    status: 415,
    zh: {
      title: '这个文件不是能用的影片。',
      next: '请用 MP4、MOV、WebM、MKV、AVI 或 MPEG-TS；看的是内容，不是文件名。',
    },
    en: { title: 'This file is no film that can be used.', next: 'Use MP4, MOV, WebM, MKV, AVI or MPEG-TS.' },
  },
  filmTooLarge: {
    status: 413,
    zh: { title: '片源超过 {megabytes} 兆字节。', next: '请先剪短，或者用较低的清晰度导出。' },
    en: { title: 'The file is larger than {megabytes} MB.', next: 'Cut it, or export it smaller.' },
  },
  filmPiecesMissing: {
    status: 409,
    zh: { title: '片源没有传完整。', next: '请重新选这个文件再传一次。' },
    en: { title: 'The file has not arrived whole.', next: 'Choose it again and send it once more.' },
  },
  filmCaptionsMissing: {
    status: 422,
    zh: { title: '还没有字幕。', next: '请上传 WebVTT，或者每行写“分:秒 一句话”；没有人说话的也写清画面。' },
    en: { title: 'There are no captions.', next: 'Upload WebVTT, or write a line “minutes:seconds words” each.' },
    basis: [cite('WZA', 30, { paragraph: 2 })],
  },
} as const satisfies RefusalTable
