import { Fragment } from 'react'
import { useLanguage } from '../../shared/language.ts'
import { type CitationText, lawText } from '../../shared/law-text.ts'
import { lawPath } from './address.ts'
import { Link } from './link.tsx'
import { texts } from './texts.ts'

/** 依据: each article opens in the library. */
export function Basis({ basis }: { basis: readonly CitationText[] }) {
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
