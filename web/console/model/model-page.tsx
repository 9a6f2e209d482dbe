import { Button } from 'antd'
import { type ModelView, modelRoutes as routes } from '#contract/monitoring'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { DriftTable } from './drift-table.tsx'
import './model.css'
import { RateTable } from './rate-table.tsx'
import { texts } from './texts.ts'
import { useLearn, useModel } from './use-model.ts'
import { VersionCard } from './version-card.tsx'
import { WeightTable } from './weight-table.tsx'

/** 市场模型: who judges today, what that is worth, whom it would send people to, and how another version is released by two people. */
export function ModelPage() {
  const t = texts.useTexts()
  const model = useModel()
  if (model.isError) return <PageFailed error={model.error} retry={() => void model.refetch()} />
  if (model.isPending) return <Loading />
  const { today, versions, limits } = model.data
  return (
    <div className="page model">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <LearnButton />
      </div>
      <p className="quiet">{t('intro', { least: limits.leastOutcomes })}</p>
      <p className="quiet">{t('retraining')}</p>
      <Judging view={model.data} />
      <h2>{t('weights')}</h2>
      <p className="quiet">{t('weightsIntro')}</p>
      <WeightTable view={model.data} />
      <h2>{t('fairness')}</h2>
      <p className="quiet">
        {t('fairnessIntro', { share: Math.round(limits.firstShare * 100), limit: limits.mostRatio })}
      </p>
      {today === null ? <p>{t('neverJudged')}</p> : <RateTable rates={today.rates} />}
      <h2>{t('visited')}</h2>
      <p className="quiet">{t('visitedIntro', { limit: limits.mostRatio })}</p>
      {today === null || today.visited.length === 0 ? (
        <p>{t('noVisited')}</p>
      ) : (
        <RateTable rates={today.visited} made />
      )}
      <h2>{t('drift')}</h2>
      <p className="quiet">{t('driftIntro', { watch: limits.driftWatch, alarm: limits.driftAlarm })}</p>
      <DriftTable view={model.data} />
      <SinceRelease learning={model.data.learning} />
      <h2>{t('versions')}</h2>
      {versions.length === 0 ? <p>{t('noVersions')}</p> : null}
      {versions.map(version => (
        <VersionCard key={version.no} version={version} />
      ))}
    </div>
  )
}

/** 结果的漂移, in a sentence. */
function SinceRelease({ learning }: Pick<ModelView, 'learning'>) {
  const t = texts.useTexts()
  const since = learning?.sinceRelease
  if (since === null || since === undefined) return <p>{t('noSince')}</p>
  const { version, visits, expected, found, state } = since
  return (
    <p className={state === 'alarm' ? 'model-bad' : ''}>
      {t('since', { no: version, visits, expected: expected.toFixed(1), found })} {t(`since.${state}`)}
    </p>
  )
}

function LearnButton() {
  const t = texts.useTexts()
  const learn = useLearn()
  const allowed = mayUse(routes.learn, useStaff())
  return (
    <span className="model-learn">
      <Button disabled={!allowed || learn.isPending} onClick={() => learn.mutate()}>
        {t('learn')}
      </Button>
      {allowed ? null : <span className="quiet small">{t('learnNotYours')}</span>}
      {learn.isError ? <FailedToLoad error={learn.error} retry={() => learn.reset()} /> : null}
    </span>
  )
}

/** In a sentence: the released version, or the prior and why. */
function Judging({ view: { today, learning } }: { readonly view: ModelView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section className="card" aria-label={t('judging')}>
      <p>
        <strong>
          {today === null
            ? t('neverJudged')
            : today.version === null
              ? t(`judging.${today.stopped ?? 'prior'}`)
              : t('judging.version', { no: today.version })}
        </strong>{' '}
        {today === null ? null : (
          <span className="quiet">{t('judgedAt', { at: formatInstant(today.at, language) })}</span>
        )}
      </p>
      {learning === null ? null : (
        <p role="status">
          {learning.endedAt === null
            ? t('learning', { at: formatInstant(learning.askedAt, language) })
            : t(`learned.${learning.outcome ?? 'same'}`, {
                at: formatInstant(learning.endedAt, language),
                visits: learning.visits ?? 0,
                outcomes: learning.outcomes ?? 0,
              })}
        </p>
      )}
    </section>
  )
}
