import { Button, Input } from 'antd'
import { useState } from 'react'
import { routes as access, type HeldActView } from '#contract/access'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { HeldContent } from './held-content.tsx'
import { texts } from './texts.ts'
import { useHeldActs, useOpenHeldAct, useSettleHeldAct } from './use-terminals.ts'

/** 待人工处理: what a citizen did at a terminal and the server could not place; nothing of it may be lost. */
export function HeldActs() {
  const t = texts.useTexts()
  const allowed = mayUse(access.listHeldActs, useStaff())
  const list = useHeldActs(allowed)
  const waiting = list.data?.items.filter(item => item.settledAt === null) ?? []
  if (!allowed || (list.isSuccess && waiting.length === 0)) return null
  return (
    <section className="card held" aria-labelledby="held-head">
      <h2 id="held-head">{t('held')}</h2>
      <p className="quiet small">{t('held.help')}</p>
      {list.isError ? <FailedToLoad error={list.error} retry={() => void list.refetch()} /> : null}
      <ul className="plain-list">
        {waiting.map(item => (
          <HeldAct key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function HeldAct({ item }: { item: HeldActView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const allowed = mayUse(access.openHeldAct, useStaff())
  const open = useOpenHeldAct(item.id)
  return (
    <li>
      <p>
        <strong>{t(`held.why.${item.reason}`)}</strong>{' '}
        {t('held.row', { terminal: item.terminal, at: formatInstant(item.receivedAt, language) })}{' '}
        {open.data === undefined ? (
          <Button size="small" disabled={!allowed} loading={open.isPending} onClick={() => open.mutate()}>
            {t('held.open')}
          </Button>
        ) : null}
      </p>
      {allowed ? null : <p className="quiet small">{t('held.open.not')}</p>}
      {open.isError ? <FailedToLoad error={open.error} retry={() => open.mutate()} /> : null}
      {open.data === undefined ? null : (
        <>
          <HeldContent {...open.data} />
          <Settle id={item.id} />
        </>
      )}
    </li>
  )
}

function Settle({ id }: { id: string }) {
  const t = texts.useTexts()
  const [note, setNote] = useState('')
  const settle = useSettleHeldAct(id)
  return (
    <form
      className="settle-form"
      onSubmit={event => {
        event.preventDefault()
        settle.mutate(note.trim())
      }}
    >
      <Input
        aria-label={t('held.note')}
        placeholder={t('held.note')}
        value={note}
        maxLength={200}
        onChange={event => setNote(event.target.value)}
      />
      <Button htmlType="submit" disabled={note.trim() === ''} loading={settle.isPending}>
        {t('held.settle')}
      </Button>
      {settle.isError ? <FailedToLoad error={settle.error} retry={() => settle.reset()} /> : null}
    </form>
  )
}
