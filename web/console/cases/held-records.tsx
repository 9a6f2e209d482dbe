import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type HeldCaseAct, recordKinds, caseFieldRoutes as routes, violationNames } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

/** 没有收下的现场笔录和立案报告: as they were written on the telephone, until somebody has dealt with them. */
export function HeldRecords({ no }: { no: string }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const client = useQueryClient()
  const held = useQuery({
    queryKey: ['cases', 'held', no],
    queryFn: ({ signal }) => call(routes.heldRecords, { params: { no }, signal }),
  })
  const [opened, setOpened] = useState<{ id: string; act: HeldCaseAct }>()
  const open = useMutation({
    mutationFn: async (id: string) => ({ id, ...(await call(routes.openHeldRecord, { params: { id } })) }),
    onSuccess: setOpened,
  })
  const [note, setNote] = useState('')
  const settle = useMutation({
    mutationFn: (id: string) => call(routes.settleHeldRecord, { params: { id }, body: { note } }),
    onSuccess: () => {
      setOpened(undefined)
      setNote('')
      return client.invalidateQueries({ queryKey: ['cases', 'held', no] })
    },
  })
  const items = held.data?.items ?? []
  if (items.length === 0) return null
  return (
    <>
      <h3>{t('held')}</h3>
      {items.map(({ id, why, by, heldAt, settled }) => (
        <div key={id} className="case-step">
          ▲ {formatInstant(heldAt)} {by} <span className="quiet small">{why}</span>
          {settled === null ? null : <div className="quiet small">{t('held.settled', { note: settled })}</div>}
          {settled === null && mayUse(routes.openHeldRecord, staff) ? (
            <Button size="small" loading={open.isPending} onClick={() => open.mutate(id)}>
              {t('held.open')}
            </Button>
          ) : null}
          {opened?.id === id ? <Words act={opened.act} /> : null}
          {opened?.id === id && settled === null ? (
            <div className="case-actions">
              <Input
                aria-label={t('held.note')}
                placeholder={t('held.note')}
                maxLength={200}
                value={note}
                onChange={event => setNote(event.target.value)}
              />
              <Button disabled={note.trim() === ''} loading={settle.isPending} onClick={() => settle.mutate(id)}>
                {t('held.settle')}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      <Refused error={open.error ?? settle.error} />
    </>
  )
}

function Words({ act }: { act: HeldCaseAct }) {
  if (act.kind === 'confirm') return <p className="small case-digest">SM3 {act.digest}</p>
  if (act.kind === 'filing')
    return (
      <div className="case-line">
        <strong>{pick(violationNames[act.violation].zh, violationNames[act.violation].en)}</strong>{' '}
        {formatInstant(act.capturedAt)}
        <p className="case-words" lang="zh-CN">
          {act.words}
        </p>
      </div>
    )
  const { record } = act
  return (
    <div className="case-line">
      <strong>{pick(recordKinds[record.kind].zh, recordKinds[record.kind].en)}</strong> {record.person} {record.from}
      <p className="case-words" lang="zh-CN">
        {record.words}
      </p>
      {record.corrections.map(({ before, after }) => (
        <p key={before} lang="zh-CN">
          {before} → {after}
        </p>
      ))}
    </div>
  )
}
