import { Fragment } from 'react'
import { useLanguage } from '../../shared/language.ts'
import { type CitationText, lawText } from '../../shared/law-text.ts'
import { lawPath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { texts } from './texts.ts'

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

/** 依据: each article opens in the library. */
function Basis({ basis }: { basis: readonly CitationText[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <p className="quiet small">
      {t('basis')}
      {basis.map((citation, at) => (
        <Fragment key={lawText(citation, 'zh')}>
          {at === 0 ? '' : t('basis.join')}
          <Link to={lawPath(citation.instrument, { number: citation.article, sub: 0 })}>
            {lawText(citation, language)}
          </Link>
        </Fragment>
      ))}
    </p>
  )
}
