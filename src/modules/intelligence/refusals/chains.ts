import type { RefusalTable } from '#kernel/refusal'

export const chainRefusals = {
  chainUnknown: {
    status: 404,
    zh: { title: '没有这条信息链，或者它属于另一件。', next: '请从本件的列表里打开。' },
    en: { title: 'No such chain for this matter.', next: 'Open one from the list.' },
  },
  chainManySentences: {
    status: 422,
    zh: { title: '一条只写一句话。', next: '请把每一句分开写，各写各的依据；已填的内容不会丢失。' },
    en: { title: 'One sentence an item.', next: 'Write each sentence apart, each with its own sources.' },
  },
  chainSourceMissing: {
    status: 422,
    zh: {
      title: '这一条没有依据，或者依据不在本链里。',
      next: '碎片要选关系图上的关系，假设和缺口要选本链里的条目，任务要选一个缺口。',
    },
    en: { title: 'The item rests on nothing of this chain.', next: 'Choose what it rests on.' },
  },
  chainSentenceUnsourced: {
    status: 422,
    zh: { title: '第 {no} 条没有依据，报告没有生成。', next: '请补上依据或者排除这一条后重试。' },
    en: { title: 'Item {no} has no source; no report was made.', next: 'Add its source and try again.' },
  },
  chainItemDecided: {
    status: 409,
    zh: { title: '这一条现在不能这样改。', next: '请刷新，看处理结果和理由。' },
    en: { title: 'Not possible for this item now.', next: 'Reload.' },
  },
  chainDueInThePast: {
    status: 422,
    zh: { title: '期限已经过去。', next: '请选今天或者以后的日子。' },
    en: { title: 'The day is past.', next: 'Choose today or later.' },
  },
} as const satisfies RefusalTable
