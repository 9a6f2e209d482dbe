import type { ModelView } from '#contract/monitoring'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { PlainTable } from '../table/plain-table.tsx'
import { texts } from './texts.ts'

const shown = 8

/** The indicators that have moved most since the version that was released learned. */
export function DriftTable({ view: { today, indicators } }: { readonly view: ModelView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  if (today === null || today.drift.length === 0) return <p>{t('noDrift')}</p>
  const named = (code: string) => {
    const one = indicators.find(indicator => indicator.code === code)
    return one === undefined ? code : `${code} ${pick(one.zh, one.en, language)}`
  }
  return (
    <PlainTable caption={t('drift')} heads={[t('indicator'), t('psi'), t('verdict')]}>
      {today.drift.slice(0, shown).map(({ feature, index, state }) => (
        <tr key={feature}>
          <th scope="row">{named(feature)}</th>
          <td>{index.toFixed(3)}</td>
          <td className={state === 'alarm' ? 'model-bad' : ''}>{t(`drift.${state}`)}</td>
        </tr>
      ))}
    </PlainTable>
  )
}
