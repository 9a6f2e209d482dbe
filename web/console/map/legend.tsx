import { licenceStates } from '#contract/registry'
import { readDocumentFacts } from '../app/document-facts.ts'
import { StateSign } from './state-sign.tsx'
import { texts } from './texts.ts'

/** What the shapes mean, and what the map does not know. */
export function Legend() {
  const t = texts.useTexts()
  return (
    <section aria-label={t('legend')}>
      <ul className="legend">
        {licenceStates.map(state => (
          <li key={state}>
            <StateSign state={state} />
          </li>
        ))}
        <li>
          <span aria-hidden="true">∩</span> {t('legend.gate')}
        </li>
        <li className="colour-blue">
          <span aria-hidden="true">✚</span> {t('legend.service')}
        </li>
        <li className="quiet">{t('legend.cluster')}</li>
      </ul>
      <p className="quiet small">{t(readDocumentFacts(document).tiles === undefined ? 'approximate' : 'tiles')}</p>
    </section>
  )
}
