import { services } from '#contract/licensing'
import { useLanguage } from '../../../shared/language.ts'
import { guided, guidePath, paths } from '../../app/address.ts'
import { Link } from '../../app/link.tsx'
import { Page } from '../../app/page.tsx'
import { GuideFilm } from './guide-film.tsx'
import { texts } from './texts.ts'

/** 办事指南: every service, and the films of what has no form. */
export default function GuidesPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const all = [
    { code: 'renewal', to: paths.renewal } as const,
    ...guided.map(code => ({ code, to: guidePath(code) })),
    // What it takes is said where it begins.
    { code: 'issue', to: paths.issue } as const,
  ]
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
      {(['query', 'withdraw'] as const).map(name => (
        <section key={name}>
          <h2>{t(name)}</h2>
          <p>{t(`${name}.how`)}</p>
          <GuideFilm name={name} service={t(name)} />
        </section>
      ))}
    </Page>
  )
}
