import { type Coverage, setPdf, shippedCoverage } from '#platform/typesetting'
import { missingGlyph } from '../rules/licence-face.ts'
import type { PaperContent, SiteDrawing } from './paper.ts'

/**
 * 文书预览: the very words a step would issue, without number and seal. Everything else is drawn by the same page, so that
 * what is read before issue is what is printed after it.
 */
export const previewPaper = (content: string, mode: 'demo' | 'production'): Uint8Array =>
  renderPaper(
    JSON.stringify({ ...(JSON.parse(content) as PaperContent), number: previewNumber, preview: true }),
    '',
    mode,
  )

export const previewNumber = '预览，尚未制发'

/**
 * 文书 as PDF, in about 6 ms: preview and print are the same bytes, because both come from the words as issued.
 * A document must go out even where a name holds a character no font has: its place stays open as □, the page says which
 * character belongs there, and a person writes it in.
 */
export function renderPaper(
  content: string,
  digest: string,
  mode: 'demo' | 'production',
  drawings: Drawings = {},
): Uint8Array {
  const missing = new Set<string>()
  const paper = JSON.parse(content, (_, value: unknown) =>
    typeof value === 'string' ? drawn(value, shippedCoverage(), missing) : value,
  ) as PaperContent
  return setPdf('modules/licensing/papers/templates/notice.typ', {
    ...paper,
    drawings,
    digest,
    demo: mode === 'demo',
    sealWords: mode === 'demo' ? '模拟印章' : '',
    missing: [...missing],
  })
}

/** SVG by its name in the paper; what is missing is shown as lying in the record. */
export type Drawings = { readonly [K in SiteDrawing]?: string }

function drawn(words: string, coverage: Coverage, missing: Set<string>): string {
  return [...words]
    .map(character => {
      const codePoint = missingGlyph(character, coverage)
      if (codePoint === undefined) return character
      missing.add(codePoint)
      return '□'
    })
    .join('')
}
