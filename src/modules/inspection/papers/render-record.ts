import { drawable, setPdf, strokesSvg } from '#platform/typesetting'
import type { RecordContent } from './issue-record.ts'

/** 现场检查笔录 as PDF from the words as issued. */
export function renderRecord(content: string, digest: string, mode: 'demo' | 'production'): Uint8Array {
  const paper = drawable(JSON.parse(content) as RecordContent)
  return setPdf('modules/inspection/papers/templates/record.typ', {
    ...paper,
    digest,
    demo: mode === 'demo',
    sealWords: mode === 'demo' ? '模拟印章' : '',
    signatures: paper.signatures.map(line => ({ ...line, svg: strokesSvg(line.strokes) })),
  })
}
