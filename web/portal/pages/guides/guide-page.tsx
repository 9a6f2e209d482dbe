import { services } from '#contract/licensing'
import { useLanguage } from '../../../shared/language.ts'
import { applyPath, guideOf, paths, usePath } from '../../app/address.ts'
import { Link } from '../../app/link.tsx'
import { Page } from '../../app/page.tsx'
import { Sections } from '../section.tsx'
import { GuideFilm } from './guide-film.tsx'
import { guideSections } from './guide-sections.ts'
import { texts } from './texts.ts'
import { useGuideDays } from './use-guide-days.ts'

/** 办事指南 of one service, from its definition. */
export default function GuidePage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const service = guideOf(usePath())
  const days = useGuideDays()
  if (service === undefined) return null
  const name = services[service].name[language]
  return (
    <Page title={t('guide', { service: name })}>
      <p>{services[service].detail[language]}</p>
      <p className="no-print">
        <a href="#film" className="act plain">
          {t('film')}
        </a>
      </p>
      <Sections sections={guideSections(service, days)} />
      <div id="film">
        <GuideFilm name={service} service={name} />
      </div>
      <div className="buttons no-print">
        <Link to={applyPath(service)} className="act">
          {t('apply')}
        </Link>
        <Link to={paths.points} className="act plain">
          {t('points')}
        </Link>
        <Link to={paths.guides} className="act plain">
          {t('guides')}
        </Link>
        <button type="button" className="act plain" onClick={() => print()}>
          {t('print')}
        </button>
      </div>
    </Page>
  )
}
