import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type FieldAct, type HeldAct, routes } from '#contract/delivery'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './calendar-texts.ts'
import { DeliveryFrame } from './frame.tsx'
import { useHeld, useWrite } from './use-delivery.ts'

/** 外勤冲突: what a courier handed to the window. */
export function HeldPage() {
  const t = texts.useTexts()
  const list = useHeld()
  return (
    <DeliveryFrame>
      <h1>{t('held.question')}</h1>
      {list.isError ? (
        <FailedToLoad error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : list.data.items.length === 0 ? (
        <p className="card">{t('held.none')}</p>
      ) : (
        <ul className="plain-list round-list">
          {list.data.items.map(held => (
            <Held key={held.id} held={held} />
          ))}
        </ul>
      )}
    </DeliveryFrame>
  )
}

function Held({ held }: { held: HeldAct }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const allowed = mayUse(routes.settleHeldAct, useStaff())
  const [note, setNote] = useState('')
  const settle = useWrite((text: string) =>
    call(routes.settleHeldAct, { params: { id: held.id }, body: { note: text } }),
  )
  return (
    <li className="card">
      <p>
        <Link to="/delivery/items/$itemNo" params={{ itemNo: held.itemNo }}>
          {held.itemNo}
        </Link>{' '}
        {t('held.row', {
          by: held.by,
          at: formatInstant(held.capturedAt, language),
          kind: t(`held.${held.kind as 'absent'}`),
        })}
      </p>
      <Content id={held.id} />
      <form
        className="delivery-filters"
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
        <Button htmlType="submit" disabled={!allowed || note.trim() === ''} loading={settle.isPending}>
          {t('held.settle')}
        </Button>
        {allowed ? null : <span className="quiet small">{t('held.not')}</span>}
      </form>
      {settle.isError ? <FailedToLoad error={settle.error} retry={() => settle.reset()} /> : null}
    </li>
  )
}

/** What the courier wrote, photographed and had signed: each look is on record. */
function Content({ id }: { id: string }) {
  const t = texts.useTexts()
  const allowed = mayUse(routes.openHeldAct, useStaff())
  const look = useMutation({ mutationFn: () => call(routes.openHeldAct, { params: { id } }), gcTime: 0 })
  if (look.data === undefined)
    return (
      <>
        <Button size="small" disabled={!allowed} loading={look.isPending} onClick={() => look.mutate()}>
          {t('held.open')}
        </Button>
        {look.isError ? <FailedToLoad error={look.error} retry={() => look.reset()} /> : null}
      </>
    )
  const { act } = look.data
  const photos = 'photos' in act ? act.photos : []
  return (
    <>
      {wordsOf(act, t).map(words => (
        <p key={words}>{words}</p>
      ))}
      {photos.map(photo => (
        <img
          key={photo.slice(-40)}
          className="proof-photo"
          src={`data:image/jpeg;base64,${photo}`}
          alt={t('held.photo')}
        />
      ))}
    </>
  )
}

function wordsOf(act: FieldAct, t: ReturnType<typeof texts.useTexts>): string[] {
  const lines = [t(`held.${act.kind}`)]
  if (act.kind === 'handOver')
    lines.push(
      act.receiver.kind === 'self'
        ? t('held.self')
        : t('held.receiver', { name: act.receiver.name, relation: act.receiver.relation }),
    )
  if (act.kind === 'refused') lines.push(act.why, ...act.witnesses)
  if ('note' in act && act.note !== '') lines.push(act.note)
  return lines
}
