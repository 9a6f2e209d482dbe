import { cite } from '#kernel/citation'
import type { RefusalTable } from '#kernel/refusal'

/** 发布前检查: what holds for everything that is taught, shown or asked. */
export const guardRefusals = {
  adWords: {
    status: 422,
    zh: {
      title: '文字里有烟草品牌或者不能对学生说的话：{words}。',
      next: '请改掉这些字再保存。普法材料里不出现烟草品牌。',
    },
    en: {
      title: 'The text names a brand or what pupils are not told: {words}.',
      next: 'Take these words out and save again.',
    },
    basis: [cite('GG', 22)],
  },
  lessonArticleUnknown: {
    status: 422,
    zh: { title: '依据的法条在法规库里没有。', next: '请核对法规和条号；没有依据的内容不能发布。' },
    en: { title: 'The library has no such article.', next: 'Check statute and number; nothing is taught without one.' },
  },
} as const satisfies RefusalTable
