import type { GraphEdge } from '#contract/intelligence'
import { texts } from './texts.ts'
import { sourceWord } from './words.ts'

/** 依据: the record that says it, since when, how sure. */
export function SourceLine({ source }: { readonly source: GraphEdge['sources'][number] }) {
  const t = texts.useTexts()
  return (
    <div>
      <span lang="zh-CN">{sourceWord(source)}</span>，{source.validFrom}
      {source.validTo === null ? '' : `–${source.validTo}`}，
      {t('confidence', { percent: Math.round(source.confidence * 100) })}
    </div>
  )
}
