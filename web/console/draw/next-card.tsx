import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type DrawRoom, drawRoutes as routes } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { PartyAct } from '../../shared/draw/party-act.tsx'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

export interface RoomProps {
  readonly room: DrawRoom
  /** Without a room: ask the server again. */
  readonly fresh: (room: DrawRoom | undefined) => void
}

/** 下一步: one thing to do, by whom; everybody sees what is waited for. */
export function NextCard({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const { draw } = room
  return (
    <section className="card draw-next" aria-label={t('next')}>
      <h2>{t('next')}</h2>
      <p>{t(`next.${draw.state}`)}</p>
      {draw.state === 'preparing' ? <Approve room={room} fresh={fresh} /> : null}
      <OwnParts room={room} fresh={fresh} />
      {draw.state === 'promising' ? <Links room={room} /> : null}
      {draw.state === 'opening' && draw.publicValue !== null ? <PublicNumber room={room} fresh={fresh} /> : null}
      {draw.state === 'voided' || draw.state === 'closed' ? null : <VoidForm room={room} fresh={fresh} />}
    </section>
  )
}

function Approve({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const may = mayUse(routes.approve, useStaff())
  const send = useMutation({
    mutationFn: () =>
      call(routes.approve, { params: { id: room.draw.id }, body: { manifestHash: room.lists.manifestHash } }),
    onSuccess: fresh,
  })
  const whyNot = room.preparedByMe ? t('approve.own') : may ? undefined : t('approve.head')
  return (
    <>
      <p className="quiet small draw-hash">{t('hash', { hash: room.lists.manifestHash })}</p>
      <div className="draw-actions">
        <Button type="primary" disabled={whyNot !== undefined} loading={send.isPending} onClick={() => send.mutate()}>
          {t('approve')}
        </Button>
        <span className="quiet small">{whyNot ?? t('approve.law')}</span>
      </div>
      <Refused error={send.error} />
    </>
  )
}

/** Whoever is a party acts here under the own account. The part stays after the promise, to show the secret to write down. */
function OwnParts({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const [acted, setActed] = useState<readonly string[]>([])
  const [error, setError] = useState<Error | null>(null)
  const own = [...new Set([...room.mine, ...acted])]
  return (
    <>
      {own.map(party => (
        <div key={party} className="draw-own">
          <strong>{t('own', { name: room.draw.parties.find(one => one.id === party)?.name ?? '' })}</strong>
          <PartyAct
            draw={room.draw}
            party={party}
            token={null}
            done={() => {
              setError(null)
              setActed(before => [...before, party])
              fresh(undefined)
            }}
            failed={failure => setError(failure instanceof Error ? failure : new Error(String(failure)))}
            button={({ label, busy, disabled, act }) => (
              <Button type="primary" loading={busy} disabled={disabled === true} onClick={act}>
                {label}
              </Button>
            )}
          />
        </div>
      ))}
      <Refused error={error} />
    </>
  )
}

function Links({ room }: Pick<RoomProps, 'room'>) {
  const t = texts.useTexts()
  const may = mayUse(routes.partyLinks, useStaff())
  const show = useMutation({ mutationFn: () => call(routes.partyLinks, { params: { id: room.draw.id } }) })
  if (!may || !room.draw.parties.some(({ outside, commitment }) => outside && commitment === null)) return null
  return (
    <>
      <div className="draw-actions">
        <Button loading={show.isPending} onClick={() => show.mutate()}>
          {t('links')}
        </Button>
        <span className="quiet small">{t('links.help')}</span>
      </div>
      {show.data?.items.map(({ party, name, path }) => (
        <p key={party} className="draw-hash">
          {name}：<code>{location.origin + path}</code>
        </p>
      ))}
      <Refused error={show.error} />
    </>
  )
}

function PublicNumber({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const id = useId()
  const may = mayUse(routes.notePublicNumber, useStaff())
  const [value, setValue] = useState('')
  const send = useMutation({
    mutationFn: () => call(routes.notePublicNumber, { params: { id: room.draw.id }, body: { value } }),
    onSuccess: fresh,
  })
  return (
    <>
      <div className="draw-actions">
        <label htmlFor={id}>{room.draw.publicValue}</label>
        <Input
          id={id}
          className="draw-narrow"
          maxLength={200}
          value={value}
          onChange={event => setValue(event.target.value)}
        />
        <Button disabled={!may || value.trim() === ''} loading={send.isPending} onClick={() => send.mutate()}>
          {t('publicNumber')}
        </Button>
      </div>
      <Refused error={send.error} />
    </>
  )
}

function VoidForm({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const id = useId()
  const may = mayUse(routes.voidDraw, useStaff())
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => call(routes.voidDraw, { params: { id: room.draw.id }, body: { reason } }),
    onSuccess: next => {
      setAsking(false)
      fresh(next)
    },
  })
  if (!may) return null
  if (!asking)
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        {t('void')}
      </Button>
    )
  return (
    <div className="field">
      <label htmlFor={id}>{t('void.reason')}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={300}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <div className="draw-actions">
        <Button danger disabled={reason.trim() === ''} loading={send.isPending} onClick={() => send.mutate()}>
          {t('void.send')}
        </Button>
        <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}
