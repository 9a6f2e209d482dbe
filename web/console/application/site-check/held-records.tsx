import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { siteCheckRoutes as routes } from '#contract/licensing'
import { call, type Reply } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/format.ts'
import { useLanguage } from '../../../shared/language.ts'
import { mayUse } from '../../../shared/may-use.ts'
import { FailedToLoad } from '../../app/problem-alert.tsx'
import { useStaff } from '../../session/session.ts'
import { texts } from './texts.ts'

type Held = Reply<typeof routes.siteChecks>['held'][number]

interface Props {
  readonly held: readonly Held[]
  readonly applicationNo: string
  readonly settled: () => void
}

/** 没有收下的现场记录: what a verifier saw and the rules did not take, until somebody in the office has dealt with it. */
export function HeldRecords({ held, applicationNo, settled }: Props) {
  const t = texts.useTexts()
  if (held.length === 0) return null
  return (
    <>
      <h3>{t('held')}</h3>
      <ul className="plain-list">
        {held.map(one => (
          <HeldRecord key={one.id} held={one} applicationNo={applicationNo} settled={settled} />
        ))}
      </ul>
    </>
  )
}

function HeldRecord({ held, applicationNo, settled }: Omit<Props, 'held'> & { held: Held }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const allowed = mayUse(routes.settleHeldSiteCheck, useStaff())
  const [note, setNote] = useState('')
  const params = { applicationNo, id: held.id }
  const look = useMutation({ mutationFn: () => call(routes.openHeldSiteCheck, { params }), gcTime: 0 })
  const settle = useMutation({
    mutationFn: () => call(routes.settleHeldSiteCheck, { params, body: { note: note.trim() } }),
    onSuccess: settled,
  })
  return (
    <li>
      <p>{t('held.row', { by: held.by, at: formatInstant(held.heldAt, language), why: held.why })}</p>
      {allowed ? null : <p className="quiet small">{t('held.not')}</p>}
      {look.data === undefined ? (
        <Button size="small" disabled={!allowed} loading={look.isPending} onClick={() => look.mutate()}>
          {t('held.open')}
        </Button>
      ) : (
        <Content act={look.data.act} />
      )}
      <form
        className="site-held"
        onSubmit={event => {
          event.preventDefault()
          settle.mutate()
        }}
      >
        <Input
          aria-label={t('held.note')}
          placeholder={t('held.note')}
          value={note}
          maxLength={200}
          onChange={event => setNote(event.target.value)}
        />
        <Button htmlType="submit" disabled={!allowed || note.trim() === ''} loading={settle.isPending}>
          {t('held.settle')}
        </Button>
      </form>
      {look.isError ? <FailedToLoad error={look.error} retry={() => look.reset()} /> : null}
      {settle.isError ? <FailedToLoad error={settle.error} retry={() => settle.reset()} /> : null}
    </li>
  )
}

function Content({ act }: { act: Reply<typeof routes.openHeldSiteCheck>['act'] }) {
  const t = texts.useTexts()
  if (act.kind === 'dispute') return <p>{t('held.dispute', { why: act.why })}</p>
  if (act.kind === 'sign') return <p>{t('held.sign')}</p>
  return (
    <p>
      {t('held.record')}　{act.record.findings}
    </p>
  )
}
