import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type DayLog, partnerRoutes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { today } from '../app/china-time.ts'
import { FileField } from '../app/file-field.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Refused } from '../app/refused.tsx'
import { logTexts } from './log-texts.ts'
import { Reconciled } from './logs-panel.tsx'
import { saveText } from './save-text.ts'
import { useAct } from './use-partners.ts'

/** 读取记录和对账: what this agency opened on a day, to keep; and its own record laid beside ours. */
export function OwnLogCard() {
  const t = logTexts.useTexts()
  const [day, setDay] = useState(today)
  const log = useQuery({
    queryKey: ['partners', 'inbox', 'log', day],
    queryFn: ({ signal }) => call(partnerRoutes.log, { query: { day }, signal }),
  })
  const lines = log.data?.lines ?? []
  return (
    <section className="card gap-above" aria-label={t('own')}>
      <h2>{t('own')}</h2>
      <p className="quiet">{t('own.intro')}</p>
      <div className="partner-row">
        <Input
          type="date"
          aria-label={t('day')}
          className="partner-day"
          max={today()}
          value={day}
          onChange={event => setDay(event.target.value || today())}
        />
        <Button disabled={lines.length === 0} onClick={() => saveText(`${day}.json`, JSON.stringify(lines, null, 1))}>
          {t('own.save')}
        </Button>
      </div>
      {log.isError ? <FailedToLoad error={log.error} retry={() => void log.refetch()} /> : null}
      {log.data === undefined ? null : <Day log={log.data} />}
      <Compare key={day} day={day} />
    </section>
  )
}

function Day({ log: { lines, digest, keyId } }: { log: DayLog }) {
  const t = logTexts.useTexts()
  return (
    <>
      <strong>{t('lines', { count: lines.length })}</strong> ·{' '}
      {keyId === null ? t('unsigned') : t('signed', { key: keyId })}
      <p className="small">
        {t('digest')}：<code className="partner-digest">{digest}</code>
      </p>
      <ul className="small">
        {lines.map(({ id, itemNo, digest: one }) => (
          <li key={id} className="partner-digest">
            {itemNo} {id} {one.slice(0, 16)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The server judges the lines; a file that is no such list never leaves the page. */
function Compare({ day }: { day: string }) {
  const t = logTexts.useTexts()
  const [unread, setUnread] = useState(false)
  const compare = useAct((lines: DayLog['lines']) => call(partnerRoutes.reconcile, { body: { day, lines } }))
  const read = async (file: File | undefined) => {
    if (file === undefined) return
    const lines = await file
      .text()
      .then(JSON.parse)
      .catch(() => undefined)
    setUnread(!Array.isArray(lines))
    if (Array.isArray(lines)) compare.mutate(lines)
  }
  return (
    <>
      <FileField label={t('own.compare')} accept="application/json,.json" onFiles={([file]) => void read(file)} />
      {unread ? <p role="alert">{t('own.unread')}</p> : null}
      <Refused error={compare.error} />
      {compare.data === undefined ? null : <Reconciled one={compare.data} />}
    </>
  )
}
