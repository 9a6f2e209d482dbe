import { useLanguage } from '../../shared/language.ts'
import type { CitationText } from '../../shared/law-text.ts'
import { Basis } from '../app/basis.tsx'

/** One heading with its lines and the articles behind them; in both languages beside each other, so that none is forgotten. */
export interface Section {
  readonly head: { readonly zh: string; readonly en: string }
  readonly lines: readonly { readonly zh: string; readonly en: string }[]
  readonly basis?: readonly CitationText[]
}

export function Sections({ sections }: { sections: readonly Section[] }) {
  const language = useLanguage()
  return sections.map(({ head, lines, basis = [] }) =>
    lines.length === 0 ? null : (
      <section key={head.zh}>
        <h2>{head[language]}</h2>
        <ul>
          {lines.map(line => (
            <li key={line.zh}>{line[language]}</li>
          ))}
        </ul>
        {basis.length === 0 ? null : <Basis basis={basis} />}
      </section>
    ),
  )
}
