import { services } from '#contract/licensing'
import { useLanguage } from '../../../shared/language.ts'
import { guided, guidePath } from '../../app/address.ts'
import { Link } from '../../app/link.tsx'
import { Page } from '../../app/page.tsx'
import { GuideFilm } from './guide-film.tsx'
import { texts } from './texts.ts'

/** 办事指南: every service, and the films of what has no form. */
export default function GuidesPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <Page title={t('guides')}>
      <ul className="doors">
        {guided.map(code => (
          <li key={code}>
            <Link to={guidePath(code)} className="door">
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
