import { useQuery } from '@tanstack/react-query'
import { type ShopAlert, shopRoutes } from '#contract/monitoring'
import { call } from '../../shared/api.ts'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { createI18n, pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { AlertCard } from '../monitoring/alert-card.tsx'
import '../monitoring/monitoring.css'
import { useStaff } from '../session/session.ts'

const texts = createI18n({
  zh: {
    alerts: '预警',
    none: '没有预警。',
    score: '市场评分 {score} 分，{of} 户中排第 {rank}（{day}，{who}）。',
    'score.model': '模型第 {version} 版',
    'score.prior': '公布的先验',
    why: '抬高评分的：{reasons}',
    past: '已研判或已过期（{count}）',
    judged: '研判：{by}，{at}',
    byVisit: '检查反馈',
  },
  en: {
    alerts: 'Alerts',
    none: 'No alert.',
    score: 'Market score {score}, rank {rank} of {of} shops ({day}, {who}).',
    'score.model': 'model version {version}',
    'score.prior': 'the published prior',
    why: 'What raises it: {reasons}',
    past: 'Judged or expired ({count})',
    judged: 'Judged by {by}, {at}',
    byVisit: 'the finding of a visit',
  },
})

/** 预警 of one shop: the score of the day with its reasons, what waits for a verdict, and what was judged, by whom and why. */
export function AlertsCard({ licenceNo }: { licenceNo: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const may = mayUse(shopRoutes.alertsOfShop, useStaff())
  const found = useQuery({
    // Below the board's own key: a verdict given here renews the board as well.
    queryKey: ['alerts', 'shop', licenceNo],
    enabled: may,
    queryFn: ({ signal }) => call(shopRoutes.alertsOfShop, { params: { licenceNo }, signal }),
  })
  if (!may || found.isPending) return null
  if (found.isError) return <FailedToLoad error={found.error} retry={() => void found.refetch()} />
  const { items, reasons, score } = found.data
  const named = (code: string) => {
    const one = reasons.find(reason => reason.code === code)
    return one === undefined ? code : pick(one.zh, one.en, language)
  }
  const open = items.filter(({ state }) => state === 'open')
  const past = items.filter(({ state }) => state !== 'open')
  return (
    <section className="card shop-alerts" aria-label={t('alerts')}>
      <h2>{t('alerts')}</h2>
      {score === null ? null : (
        <p>
          {t('score', {
            score: Math.round(score.score * 100),
            rank: score.rank,
            of: score.of,
            day: formatDayShort(score.day, language),
            who: score.version === null ? t('score.prior') : t('score.model', { version: score.version }),
          })}
          {score.reasons.length === 0 ? null : (
            <span className="quiet">
              {' '}
              {t('why', { reasons: score.reasons.map(named).join(language === 'en' ? ', ' : '、') })}
            </span>
          )}
        </p>
      )}
      {items.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      {open.map(alert => (
        <AlertCard key={alert.id} alert={alert} indicators={reasons} />
      ))}
      {past.length === 0 ? null : (
        <details>
          <summary>{t('past', { count: past.length })}</summary>
          {past.map(alert => (
            <AlertCard key={alert.id} alert={alert} indicators={reasons} judged={<Judged alert={alert} />} />
          ))}
        </details>
      )}
    </section>
  )
}

function Judged({ alert: { judgedAt, judgedBy } }: { alert: ShopAlert }) {
  const t = texts.useTexts()
  const language = useLanguage()
  if (judgedAt === null) return null
  return (
    <span className="quiet">
      {' '}
      {t('judged', { by: judgedBy ?? t('byVisit'), at: formatInstant(judgedAt, language) })}
    </span>
  )
}
