import { Button, Input } from 'antd'
import { useState } from 'react'
import { modelRoutes as routes, type VersionView } from '#contract/monitoring'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { BacktestFacts } from './backtest-facts.tsx'
import { RateTable } from './rate-table.tsx'
import { texts } from './texts.ts'
import { useMove } from './use-model.ts'

/** One version: what it learned from, what it is worth, whom it would send people to, what was done with it. */
export function VersionCard({ version }: { readonly version: VersionView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { no, state, learnedAt, byPerson, visits, outcomes, lessonsFrom, lessonsTo, hash } = version
  return (
    <section className="card model-version" aria-label={t('version', { no })}>
      <div className="model-version-head">
        <h3>{t('version', { no })}</h3>
        <strong>{t(`state.${state}`)}</strong>
        <span className="quiet">
          {t(byPerson ? 'learnedByPerson' : 'learnedByClock', { at: formatInstant(learnedAt, language) })}
        </span>
      </div>
      <p>{t('lessons', { visits, outcomes, from: lessonsFrom, to: lessonsTo, hash: hash.slice(0, 12) })}</p>
      <BacktestFacts test={version.test} />
      <details>
        <summary>{t('ratesOf')}</summary>
        <RateTable rates={version.rates} />
      </details>
      <ul className="model-history">
        {version.history.map(({ move, why, by, at }) => (
          <li key={`${move} ${at}`}>
            {formatInstant(at, language)} {by} {t(`move.${move}`)}：<span lang="zh-CN">{why}</span>
          </li>
        ))}
      </ul>
      <Moves version={version} />
    </section>
  )
}

function Moves({ version }: { readonly version: VersionView }) {
  const t = texts.useTexts()
  const [why, setWhy] = useState('')
  const move = useMove(version.no)
  const allowed = mayUse(routes.moveModel, useStaff())
  const blocked = version.unfair ? 'unfairBlocked' : version.mine ? 'mineBlocked' : undefined
  const release = version.moves.includes('release')
  return (
    <div className="model-moves">
      <Input
        aria-label={t('why', { no: version.no })}
        placeholder={t('whyHint')}
        maxLength={400}
        value={why}
        onChange={event => setWhy(event.target.value)}
      />
      {version.moves.map(name => (
        <Button
          key={name}
          type={name === 'release' ? 'primary' : 'default'}
          disabled={!allowed || why.trim() === '' || move.isPending || (name === 'release' && blocked !== undefined)}
          onClick={() => move.mutate({ move: name, why }, { onSuccess: () => setWhy('') })}
        >
          {t(`move.${name}`)}
        </Button>
      ))}
      {release && blocked !== undefined ? <span className="quiet">{t(blocked)}</span> : null}
      {allowed ? null : <span className="quiet">{t('moveNotYours')}</span>}
      {move.isError ? <FailedToLoad error={move.error} retry={() => move.reset()} /> : null}
    </div>
  )
}
