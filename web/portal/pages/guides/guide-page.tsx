import { services } from '#contract/licensing'
import { useLanguage } from '../../../shared/language.ts'
import { guideOf, paths, usePath } from '../../app/address.ts'
import { Link } from '../../app/link.tsx'
import { Page } from '../../app/page.tsx'
import { Sections } from '../section.tsx'
import { texts as pageTexts } from '../texts.ts'
import { GuideFilm } from './guide-film.tsx'
import { guideSections } from './guide-sections.ts'
import { texts } from './texts.ts'

/** 办事指南 of one service, from its definition. */
export default function GuidePage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const service = guideOf(usePath())
  if (service === undefined) return null
  const name = services[service].name[language]
  return (
    <Page title={t('guide', { service: name })}>
      <p>{services[service].detail[language]}</p>
      <GuideFilm name={service} service={name} />
      <Sections sections={guideSections(service)} basisWord={pageTexts.t('basis')} />
      <div className="buttons no-print">
        <Link to={paths.guides} className="act">
          {t('guides')}
        </Link>
        <Link to={paths.points} className="act">
          {pageTexts.t('renewal.points')}
        </Link>
      </div>
    </Page>
  )
}
