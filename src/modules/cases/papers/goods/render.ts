import { drawable, setPdf } from '#platform/typesetting'
import type { GoodsPaperWords } from './compose.ts'

/** 物品文书 as PDF from the words as issued. */
export function renderGoodsPaper(content: string, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const demo = mode === 'demo'
  return setPdf('modules/cases/papers/templates/goods.typ', {
    ...drawable(JSON.parse(content) as GoodsPaperWords),
    digest,
    demo,
    sealWords: demo ? '模拟印章' : '',
  })
}
