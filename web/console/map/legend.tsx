import { licenceStates } from '#contract/registry'
import { StateSign } from './state-sign.tsx'
import { texts } from './texts.ts'

/** What the shapes mean on the map of the shops. */
export function Legend() {
  const t = texts.useTexts()
  return (
    <>
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
    </>
  )
}
