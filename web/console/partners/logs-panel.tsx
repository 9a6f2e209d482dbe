import { Input, Select } from 'antd'
import { useState } from 'react'
import type { ReconciledView } from '#contract/partners'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { today } from '../app/china-time.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { logTexts } from './log-texts.ts'
import { useAgencies, useLog } from './use-partners.ts'

/** 对账: our log of a day with its signed digest, and what came of laying theirs beside it. */
export function LogsPanel() {
  const t = logTexts.useTexts()
  const agencies = useAgencies().data?.items ?? []
  const [chosen, setChosen] = useState<string>()
  const [day, setDay] = useState(today)
  const agencyId = chosen ?? agencies[0]?.id
  const log = useLog(agencyId, day)
  return (
    <>
      <p className="quiet">{t('intro')}</p>
      <div className="partner-row">
        <Select
          aria-label={t('agency')}
          className="partner-wide"
          value={agencyId ?? null}
          onChange={setChosen}
          options={agencies.map(one => ({ value: one.id, label: one.name }))}
        />
        <Input
          type="date"
          aria-label={t('day')}
          className="partner-day"
          value={day}
          onChange={e => setDay(e.target.value)}
        />
      </div>
      {log.isError ? <FailedToLoad error={log.error} retry={() => void log.refetch()} /> : null}
      {log.data === undefined ? null : (
        <section className="card" aria-label={t('title')}>
          <strong>{t('lines', { count: log.data.log.lines.length })}</strong> ·{' '}
          {log.data.log.keyId === null ? t('unsigned') : t('signed', { key: log.data.log.keyId })}
          <p className="small">
            {t('digest')}：<code className="partner-digest">{log.data.log.digest}</code>
          </p>
          <h2>{t('reconciled')}</h2>
          {log.data.reconciled.length === 0 ? <p>{t('notReconciled')}</p> : null}
          {log.data.reconciled.map(one => (
            <Reconciled key={one.at} one={one} />
          ))}
        </section>
      )}
    </>
  )
}

/** What came of laying both logs of a day side by side. */
export function Reconciled({ one }: { one: ReconciledView }) {
  const t = logTexts.useTexts()
  const at = formatInstant(one.at, useLanguage())
  const { ours, theirs, differences } = one
  if (differences.length === 0) return <p>{t('same', { at, count: ours })}</p>
  return (
    <>
      <p>
        <strong>{t('different', { at, ours, theirs, count: differences.length })}</strong>
      </p>
      <ul>
        {differences.map(({ id, itemNo, what }) => (
          <li key={id}>
            {itemNo} {id} {t(what)}
          </li>
        ))}
      </ul>
    </>
  )
}
