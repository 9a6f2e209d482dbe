import { drawable, setPdf } from '#platform/typesetting'
import type { TalkPaper } from './compose.ts'

/** 约谈文书 as PDF from the words as issued. */
export function renderTalkPaper(content: string, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const demo = mode === 'demo'
  return setPdf('modules/credit/papers/templates/talk.typ', {
    ...drawable(JSON.parse(content) as TalkPaper),
    digest,
    demo,
    sealWords: demo ? '模拟印章' : '',
  })
}
