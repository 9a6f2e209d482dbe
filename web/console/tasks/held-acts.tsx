import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type HeldVisitAct, heldRoutes as routes } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

/** 外勤检查冲突: what officers did and the rules did not take, for the head; nothing is shown where there is none. */
export function HeldActs() {
  const t = texts.useTexts()
  const staff = useStaff()
  const list = useQuery({
    queryKey: ['heldVisitActs'],
    enabled: mayUse(routes.listHeldVisitActs, staff),
    queryFn: ({ signal }) => call(routes.listHeldVisitActs, { signal }),
  })
  const items = list.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="card">
      <h2>{t('held.title', { count: items.length })}</h2>
      <ul>
        {items.map(held => (
          <Held key={held.id} held={held} fresh={() => void list.refetch()} />
        ))}
      </ul>
    </section>
  )
}

function Held({ held, fresh }: { held: HeldVisitAct; fresh: () => void }) {
  const t = texts.useTexts()
  const mayOpen = mayUse(routes.openHeldVisitAct, useStaff())
  const [note, setNote] = useState('')
  const look = useMutation({ mutationFn: () => call(routes.openHeldVisitAct, { params: { id: held.id } }), gcTime: 0 })
  const settle = useMutation({
    mutationFn: () => call(routes.settleHeldVisitAct, { params: { id: held.id }, body: { note: note.trim() } }),
    onSuccess: fresh,
  })
  return (
    <li>
      {held.taskId} · {t('held.row', { by: held.by, kind: held.kind, why: held.why })} · {formatInstant(held.heldAt)}
      {mayOpen ? (
        <div className="task-actions">
          <Button size="small" loading={look.isPending} onClick={() => look.mutate()}>
            {t('held.open')}
          </Button>
          <Input
            size="small"
            aria-label={t('held.note')}
            placeholder={t('held.note')}
            maxLength={200}
            value={note}
            onChange={event => setNote(event.target.value)}
          />
          <Button size="small" disabled={note.trim() === ''} loading={settle.isPending} onClick={() => settle.mutate()}>
            {t('held.settle')}
          </Button>
        </div>
      ) : null}
      {look.data === undefined ? null : (
        <pre className="small">{JSON.stringify(withoutBytes(look.data.act), null, 2)}</pre>
      )}
      <Refused error={look.error ?? settle.error} />
    </li>
  )
}

/** Pictures and strokes are not read as text. */
const withoutBytes = (act: object): object =>
  Object.fromEntries(
    Object.entries(act).map(([key, value]) => [key, key === 'picture' || key === 'strokes' ? '…' : value]),
  )
