import type { VersionView } from '#contract/monitoring'
import { PlainTable } from '../table/plain-table.tsx'
import { texts } from './texts.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** 回测和校准: on visits that the version had not seen. */
export function BacktestFacts({ test }: { readonly test: VersionView['test'] }) {
  const t = texts.useTexts()
  if (test === undefined) return <p>{t('noTest')}</p>
  const { visits, windows, auc, between, priorAuc, loss, priorLoss, lift, calibration } = test
  return (
    <>
      <p>
        {t('test', {
          visits,
          windows,
          auc: auc.toFixed(3),
          priorAuc: priorAuc.toFixed(3),
          loss: loss.toFixed(4),
          priorLoss: priorLoss.toFixed(4),
        })}
      </p>
      {between === undefined ? null : (
        <p>
          {t('between', { low: between[0].toFixed(3), high: between[1].toFixed(3) })}
          {priorAuc >= between[0] && priorAuc <= between[1] ? t('betweenPrior') : ''}
        </p>
      )}
      <p>
        {lift === undefined
          ? t('noLift')
          : t('lift', {
              visits: lift.visits,
              first: lift.first,
              firstRate: percent(lift.firstRate),
              armRate: percent(lift.armRate),
              ratio: lift.ratio.toFixed(2),
              low: (lift.low + 1).toFixed(2),
              high: (lift.high + 1).toFixed(2),
            })}
      </p>
      <details>
        <summary>{t('calibration')}</summary>
        <PlainTable caption={t('calibration')} heads={[t('step'), t('visitsHead'), t('expected'), t('found')]}>
          {calibration.map((step, n) => (
            <tr key={step.expected}>
              <th scope="row">{n + 1}</th>
              <td>{step.visits}</td>
              <td>{percent(step.expected)}</td>
              <td>{percent(step.found)}</td>
            </tr>
          ))}
        </PlainTable>
      </details>
    </>
  )
}
