import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { type AlertView, type IndicatorView, routes } from '#contract/monitoring'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

interface Props {
  readonly alert: AlertView
  readonly indicators: readonly Pick<IndicatorView, 'code' | 'zh' | 'en'>[]
  /** Who judged it and when, where the reader is told. */
  readonly judged?: ReactNode
}

/** One subject: what was noticed, in sentences that can be checked, and the verdict. */
export function AlertCard({ alert, indicators, judged }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const named = (code: string) => {
    const one = indicators.find(indicator => indicator.code === code)
    return one === undefined ? code : `${code} ${pick(one.zh, one.en, language)}`
  }
  return (
    <article className="card alert" id={`alert-${alert.id}`} aria-label={alert.shopName ?? alert.subject}>
      <div className="alert-head">
        <strong>{t('score', { score: Math.round(alert.score * 100) })}</strong>
        <Subject alert={alert} />
        <span className="quiet">{alert.town ?? alert.areaCode}</span>
        <span className="quiet">{t('raised', { at: formatInstant(alert.raisedAt, language) })}</span>
        <span className="quiet">{t('expires', { at: formatInstant(alert.expiresAt, language) })}</span>
      </div>
      <ul className="alert-evidence">
        {alert.evidence.map(({ code, say, facts }) => (
          <li key={code}>
            <strong>{named(code)}</strong>{' '}
            {indicators.some(one => one.code === code && one.zh === say) ? null : <span lang="zh-CN">{say}</span>}
            {facts.length > 0 ? (
              <span className="small alert-facts" lang="zh-CN">
                {facts.map(({ name, value }) => `${name}：${value}`).join('。')}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {alert.state === 'open' ? (
        <Triage id={alert.id} />
      ) : (
        <p>
          <strong>{t(`state.${alert.state}`)}</strong> {alert.verdictReason}
          {judged}
        </p>
      )}
    </article>
  )
}

function Subject({ alert }: { alert: AlertView }) {
  const t = texts.useTexts()
  if (alert.subjectKind !== 'retailer')
    return (
      <span>
        {t(alert.subjectKind)} {alert.subject}
      </span>
    )
  return (
    <Link to="/retailers/$licenceNo" params={{ licenceNo: alert.subject }}>
      {alert.shopName ?? ''} {alert.subject}
    </Link>
  )
}

function Triage({ id }: { id: string }) {
  const t = texts.useTexts()
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const triage = useMutation({
    mutationFn: (verdict: 'true' | 'false' | 'unclear') =>
      call(routes.triageAlert, { params: { id }, body: { verdict, reason } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['alerts'] }),
  })
  const allowed = mayUse(routes.triageAlert, useStaff())
  const closed = !allowed || reason.trim() === '' || triage.isPending
  return (
    <div className="alert-triage">
      <Input
        aria-label={t('why')}
        placeholder={t('why')}
        maxLength={400}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      {(['true', 'false', 'unclear'] as const).map(verdict => (
        <Button key={verdict} disabled={closed} onClick={() => triage.mutate(verdict)}>
          {t(`state.${verdict}`)}
        </Button>
      ))}
      {triage.isError ? <FailedToLoad error={triage.error} retry={() => triage.reset()} /> : null}
    </div>
  )
}
