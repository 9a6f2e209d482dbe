import { type ReactNode, useId, useState } from 'react'
import { type PublicDraw, drawRoutes as routes } from '#contract/inspection'
import { call } from '../api.ts'
import { keptSecret, promiseFor } from './secret.ts'
import { drawTexts } from './texts.ts'

interface Props {
  readonly draw: PublicDraw
  readonly party: string
  /** From the link of a representative; null for a member of staff, who is known by the session. */
  readonly token: string | null
  readonly done: (draw: PublicDraw) => void
  readonly failed: (error: unknown) => void
  readonly button: (props: { label: string; busy: boolean; disabled?: boolean; act: () => void }) => ReactNode
}

/** 参与方: one button to promise, later one to open; the same in the console and on a representative's telephone. */
export function PartyAct({ draw, party: id, token, done, failed, button }: Props) {
  const t = drawTexts.useTexts()
  const field = useId()
  const [busy, setBusy] = useState(false)
  const [typed, setTyped] = useState('')
  const party = draw.parties.find(one => one.id === id)
  const run = (work: () => Promise<PublicDraw>) => {
    setBusy(true)
    work()
      .then(done, failed)
      .finally(() => setBusy(false))
  }
  if (party === undefined) return null
  const kept = keptSecret(draw.id, id)
  if (draw.state === 'promising' && party.commitment === null)
    return (
      <>
        <p>{t('promise.help')}</p>
        {button({
          label: t('promise'),
          busy,
          act: () =>
            run(async () => {
              const { commitment } = await promiseFor(draw.id, id)
              return call(routes.promise, { params: { id: draw.id }, body: { party: id, commitment, token } })
            }),
        })}
      </>
    )
  if (draw.state === 'promising')
    return (
      <>
        <p role="status">{kept === null ? t('made') : t('promised')}</p>
        {kept === null ? null : <p className="draw-hash">{kept}</p>}
        <p>{t('waitOthers')}</p>
      </>
    )
  if (draw.state !== 'opening') return null
  if (party.secret !== null) return <p role="status">{t('opened')}</p>
  const secret = kept ?? typed.trim().toLowerCase()
  return (
    <>
      <p>{t('open.help')}</p>
      {kept === null ? (
        <div className="field">
          <label htmlFor={field}>{t('open.typed')}</label>
          <input
            id={field}
            value={typed}
            maxLength={70}
            autoComplete="off"
            onChange={event => setTyped(event.target.value)}
          />
        </div>
      ) : null}
      {button({
        label: t('open'),
        busy,
        disabled: !/^[0-9a-f]{64}$/.test(secret),
        act: () => run(() => call(routes.open, { params: { id: draw.id }, body: { party: id, secret } })),
      })}
    </>
  )
}
