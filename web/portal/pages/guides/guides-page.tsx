import { services } from '#contract/licensing'
import { useLanguage } from '../../../shared/language.ts'
import { guided, guidePath, paths } from '../../app/address.ts'
import { Link } from '../../app/link.tsx'
import { Page } from '../../app/page.tsx'
import { GuideFilm } from './guide-film.tsx'
import { texts } from './texts.ts'

/** 办事指南: every service of the terminal, and the film of the one without a form. */
export default function GuidesPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const all = [{ code: 'renewal', to: paths.renewal } as const, ...guided.map(code => ({ code, to: guidePath(code) }))]
  return (
    <Page title={t('guides')}>
      <ul className="doors">
        {all.map(({ code, to }) => (
          <li key={code}>
            <Link to={to} className="door">
              <strong>{services[code].name[language]}</strong>
              <span>{services[code].detail[language]}</span>
            </Link>
          </li>
        ))}
      </ul>
      <h2>{t('query')}</h2>
      <p>{t('query.how')}</p>
      <GuideFilm name="query" service={t('query')} />
    </Page>
  )
}
