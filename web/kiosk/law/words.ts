/** 词: large keys instead of a keyboard; one or two of them make a question. */
export const words = [
  '许可证',
  '到期',
  '进货',
  '学校',
  '未成年人',
  '假烟',
  '无证',
  '罚款',
  '邮寄',
  '检查',
  '停业',
  '复议',
] as const
export type Word = (typeof words)[number]

/** So many questions at once, as on every page of the terminal. */
export const onePage = 5

export const pageOf = <T>(
  items: readonly T[],
  page: number,
): { readonly shown: readonly T[]; readonly pages: number } => ({
  shown: items.slice(page * onePage, (page + 1) * onePage),
  pages: Math.ceil(items.length / onePage),
})

export const toggled = (chosen: readonly Word[], word: Word): readonly Word[] =>
  chosen.includes(word) ? chosen.filter(one => one !== word) : [...chosen, word].slice(-2)
