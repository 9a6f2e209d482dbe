import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { type PolicyTrial, policyRoutes as routes } from '#contract/policies'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'
import { useDraftAct, useTrialLines } from './use-policy.ts'
import { outcomeText, valueText } from './words.ts'

/** 试算: how far it is, what it found, and each application it would change. */
export function TrialView({ trial, unit }: { trial: PolicyTrial; unit: string }) {
  const t = texts.useTexts()
  const { done, total, different, state } = trial
  const stop = useDraftAct(() => call(routes.cancelTrial, { params: { id: trial.id } }))
  return (
    <div>
      <p role="status">{t(state, { done, total, different, before: valueText(t, trial.beforeValue, unit) })}</p>
      {trial.inRules ? null : <p className="tone-soon">▲ {t('notInRules')}</p>}
      {state === 'running' ? (
        <div className="policy-actions">
          <Progress
            className="policy-progress"
            percent={total === 0 ? 100 : Math.floor((done / total) * 100)}
            status="normal"
          />
          <Button loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
            {t('stop')}
          </Button>
        </div>
      ) : null}
      <Refused error={stop.error} />
      {different > 0 ? <Lines trial={trial} /> : null}
    </div>
  )
}

function Lines({ trial }: { trial: PolicyTrial }) {
  const t = texts.useTexts()
  const found = useTrialLines(trial.id, trial.done, trial.different)
  if (found.isError) return <Refused error={found.error} />
  return (
    <details open>
      <summary>{t('linesTitle')}</summary>
      {trial.different > 500 ? <p className="quiet small">{t('more')}</p> : null}
      <div className="policy-lines">
        <table className="plain-table">
          <thead>
            <tr>
              {(['lineNo', 'lineBefore', 'lineAfter', 'lineRule', 'lineReason'] as const).map(head => (
                <th key={head} scope="col">
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(found.data?.lines ?? []).map(line => (
              <tr key={line.applicationNo}>
                <td className="narrow">
                  <Link to="/applications/$applicationNo" params={{ applicationNo: line.applicationNo }}>
                    {line.applicationNo}
                  </Link>
                </td>
                <td className="narrow">{outcomeText(t, line.before)}</td>
                <td className="narrow">{outcomeText(t, line.after)}</td>
                <td className="narrow">{line.rules.join('、')}</td>
                <td>{line.reasons.join('；')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
