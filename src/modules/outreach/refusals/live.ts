import type { RefusalTable } from '#kernel/refusal'

export const liveRefusals = {
  liveUnknown: {
    status: 404,
    zh: { title: '没有这一场微课堂，或者它现在不公开。', next: '请回到“普法微课堂”看看有哪些课。' },
    en: { title: 'There is no such class, or it is not public now.', next: 'Go back to the list of classes.' },
  },
  liveChanged: {
    status: 409,
    zh: { title: '这一场刚刚被别人改过。', next: '请重新打开，看过再改。' },
    en: { title: 'Somebody has just changed this class.', next: 'Open it again and look before you change it.' },
  },
  liveStepNotAllowed: {
    status: 409,
    zh: { title: '这一场现在不能做这一步。', next: '请看它现在的状态。' },
    en: { title: 'This step cannot be taken now.', next: 'Look at the state of the class.' },
  },
  liveSamePerson: {
    status: 409,
    zh: { title: '整理回放的人不能自己发布。', next: '请另一位同事看过后发布。' },
    en: { title: 'Whoever prepared a replay does not release it.', next: 'Ask a colleague to watch and release it.' },
  },
  liveReasonMissing: {
    status: 422,
    zh: { title: '要写明为什么撤下。', next: '请写清楚原因，留在记录里。' },
    en: { title: 'A reason is needed.', next: 'Say why it is withdrawn; it stays on record.' },
  },
  liveChaptersWrong: {
    status: 422,
    zh: { title: '章节的时间有相同的，或者没有写名称。', next: '每一章写一个时间和名称，时间不重复。' },
    en: { title: 'Two chapters begin together, or one has no name.', next: 'Give each a time of its own and a name.' },
  },
  captionsWrong: {
    status: 422,
    zh: {
      title: '字幕第 {line} 行看不懂。',
      next: '每行写“0:05 一句话”，一行比一行晚；或者用 WebVTT：第一行写 WEBVTT，时间写成 00:01.000 --> 00:03.000。',
    },
    en: {
      title: 'Line {line} of the captions cannot be read.',
      next: 'Write “0:05 words” in each line, or WebVTT: WEBVTT first, times as 00:01.000 --> 00:03.000.',
    },
  },
  liveNoStream: {
    status: 404,
    zh: { title: '这一场还没有画面。', next: '老师开始推流后会自动播放。' },
    en: { title: 'There is no picture yet.', next: 'It plays by itself once the speaker sends one.' },
  },
  liveTooMany: {
    status: 429,
    zh: { title: '您已经提了 3 个问题，正在等工作人员看。', next: '有问题展示出来以后可以再提。' },
    en: { title: 'Three questions of yours are waiting.', next: 'Ask again once they have been looked at.' },
  },
  ffmpegMissing: {
    status: 409,
    zh: {
      title: '服务器上没有安装 ffmpeg，不能直播，也不能转码短片。',
      next: '请管理员安装后再做（Debian：apt-get install ffmpeg）。',
    },
    en: {
      title: 'ffmpeg is not installed on the server; without it there are no broadcasts and no films.',
      next: 'Ask the administrator (Debian: apt-get install ffmpeg).',
    },
  },
} as const satisfies RefusalTable
