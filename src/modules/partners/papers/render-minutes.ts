import { drawable, setPdf } from '#platform/typesetting'
import type { MinutesPaper } from './issue-minutes.ts'

/** 会议纪要 as PDF from the words as signed. */
export function renderMinutes(content: string, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const demo = mode === 'demo'
  return setPdf('modules/partners/papers/templates/minutes.typ', {
    ...drawable(JSON.parse(content) as MinutesPaper),
    digest,
    demo,
    sealWords: demo ? '模拟印章' : '',
  })
}
