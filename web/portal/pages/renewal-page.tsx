import { paths } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { GuideFilm } from './guides/guide-film.tsx'
import { renewalSections } from './renewal-sections.ts'
import { Sections } from './section.tsx'
import { texts } from './texts.ts'

export default function RenewalPage() {
  const t = texts.useTexts()
  return (
    <Page title={t('renewal')}>
      <p>{t('renewal.intro')}</p>
      <GuideFilm name="renewal" service={t('renewal.name')} />
      <Sections sections={renewalSections} basisWord={t('basis')} />
      <div className="buttons no-print">
        <Link to={paths.points} className="act">
          {t('renewal.points')}
        </Link>
      </div>
    </Page>
  )
}
