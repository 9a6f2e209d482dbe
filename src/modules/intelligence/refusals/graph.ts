import type { RefusalTable } from '#kernel/refusal'

export const graphRefusals = {
  graphMatterUnknown: {
    status: 422,
    zh: { title: '没有编号为 {no} 的线索或者案件。', next: '调阅关系图要写明为哪一件；请核对编号。' },
    en: { title: 'No clue or case {no}.', next: 'The graph opens for a matter; check its number.' },
  },
  graphAccessEnded: {
    status: 403,
    zh: { title: '这次调阅已经结束，或者不是您的。', next: '请重新填写目的和线索、案件编号；看过的内容都已记录。' },
    en: { title: 'This access has ended or is not yours.', next: 'Give purpose and number again.' },
  },
  graphNodeUnknown: {
    status: 404,
    zh: { title: '关系图里没有这个实体。', next: '请重新查找；不在您辖区内的看不到。' },
    en: { title: 'No such node.', next: 'Search again; what is outside your area is not shown.' },
  },
  graphViewUnknown: {
    status: 404,
    zh: { title: '没有这张保存的图，或者它属于另一件。', next: '请从本件的列表里打开。' },
    en: { title: 'No such saved view for this matter.', next: 'Open one from the list.' },
  },
  graphHitUnknown: {
    status: 404,
    zh: { title: '没有这次碰撞命中。', next: '请刷新列表；不在您辖区内的看不到。' },
    en: { title: 'No such hit.', next: 'Reload the list.' },
  },
  graphHitNotYours: {
    status: 404,
    zh: { title: '这次碰撞没有告诉您，不用点已知悉。', next: '可以直接看理由；有判断的，写明理由确认或者排除。' },
    en: { title: 'You were not told of this hit, so there is nothing to note.', next: 'Read it, or decide it.' },
  },
  graphHitDecided: {
    status: 409,
    zh: { title: '这次碰撞已经有人处理。', next: '请刷新列表，看处理结果和理由。' },
    en: { title: 'This hit was decided already.', next: 'Reload the list.' },
  },
  graphMergeUnknown: {
    status: 404,
    zh: { title: '没有这一对疑似同一人。', next: '请刷新列表。' },
    en: { title: 'No such pair.', next: 'Reload the list.' },
  },
  graphMergeDecided: {
    status: 409,
    zh: { title: '这一对现在不能这样处理。', next: '待定的可以合并或者不合并，已合并的可以撤销；请刷新列表。' },
    en: { title: 'Not possible for this pair now.', next: 'Reload the list.' },
  },
  graphCannotJoin: {
    status: 422,
    zh: { title: '{from} 和 {to} 之间不能有“{kind}”关系。', next: '请核对来源记录；没有记入任何内容。' },
    en: { title: '{from} and {to} cannot be joined by {kind}.', next: 'Check the record; nothing was written.' },
  },
  graphValueUnclear: {
    status: 422,
    zh: { title: '有一个{kind}的内容看不明白。', next: '请核对号码后重试；没有记入任何内容。' },
    en: { title: 'A value of the kind {kind} is not readable.', next: 'Check it; nothing was written.' },
  },
} as const satisfies RefusalTable
