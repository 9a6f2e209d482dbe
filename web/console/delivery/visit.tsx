import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { routes, type VisitView } from '#contract/delivery'
import { clock } from '#kernel/minute-of-day'
import { type Input as CallInput, call } from '../../shared/api.ts'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { useStaff } from '../session/session.ts'
import { texts } from './calendar-texts.ts'
import { Labelled } from './labelled.tsx'
import { minuteOf } from './times.ts'
import { useOptions, useWrite } from './use-delivery.ts'

/** One visit with its bookings. */
export function Visit({ visit }: { visit: VisitView }) {
  const t = texts.useTexts()
  const allowed = mayUse(routes.book, useStaff()) && visit.state === 'open'
  const [open, setOpen] = useState<'book' | 'cancel'>()
  const full = visit.taken >= visit.capacity
  return (
    <article className="card visit">
      <h3>
        {t(`visit.${visit.kind}`)} · {visit.place}
      </h3>
      <p>
        {clock(visit.fromMinute)}–{clock(visit.toMinute)} ·{' '}
        {visit.state === 'cancelled'
          ? t('visit.cancelled')
          : t('visit.taken', { taken: visit.taken, capacity: visit.capacity })}
      </p>
      <ul className="plain-list">
        {visit.bookings.map(booking => (
          <Booked key={booking.id} booking={booking} allowed={allowed} />
        ))}
      </ul>
      {allowed ? (
        <div className="step-buttons">
          <Button size="small" type="primary" disabled={full} onClick={() => setOpen('book')}>
            {t(full ? 'visit.full' : 'book')}
          </Button>
          <Button size="small" onClick={() => setOpen('cancel')}>
            {t('visit.cancel')}
          </Button>
        </div>
      ) : null}
      {open === 'book' ? <Book visitId={visit.id} done={() => setOpen(undefined)} /> : null}
      {open === 'cancel' ? <Cancel visitId={visit.id} done={() => setOpen(undefined)} /> : null}
    </article>
  )
}

function Booked({ booking, allowed }: { booking: VisitView['bookings'][number]; allowed: boolean }) {
  const t = texts.useTexts()
  const [finishing, setFinishing] = useState(false)
  const cancel = useWrite(() => call(routes.cancelBooking, { params: { id: booking.id } }))
  return (
    <li className="booked">
      <span>
        {booking.nameMasked} {booking.phoneMasked} · {booking.topic} · {t(`book.state.${booking.state}`)}
        {booking.remindedOn === null ? '' : ` · ${t('book.reminded')}`}
      </span>
      {allowed && booking.state === 'booked' ? (
        <div className="step-buttons">
          <Button size="small" onClick={() => setFinishing(!finishing)}>
            {t('book.done')}
          </Button>
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
            {t('book.cancel')}
          </Button>
        </div>
      ) : null}
      {finishing ? <Finish id={booking.id} done={() => setFinishing(false)} /> : null}
      {cancel.isError ? <FailedToLoad error={cancel.error} retry={() => cancel.reset()} /> : null}
    </li>
  )
}

/** 已办: with the articles that were explained, if any. */
function Finish({ id, done }: { id: string; done: () => void }) {
  const t = texts.useTexts()
  const topics = useOptions().data?.topics ?? []
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const finish = useWrite((body: CallInput<typeof routes.finishBooking>['body']) =>
    call(routes.finishBooking, { params: { id }, body }),
  )
  const articles = topics
    .filter(topic => chosen.includes(topic.title))
    .map(({ instrument, article }) => ({ instrument, article }))
  const submit = () => finish.mutate({ talk: articles.length === 0 ? null : { articles, note } }, { onSuccess: done })
  return (
    <Form submit={submit} label={t('book.finish')} busy={finish.isPending}>
      <Labelled label={t('book.talk')}>
        {field => (
          <Select
            id={field}
            mode="multiple"
            className="talk-select"
            value={[...chosen]}
            options={topics.map(topic => ({ value: topic.title, label: topic.title }))}
            onChange={setChosen}
          />
        )}
      </Labelled>
      <Labelled label={t('book.note')}>
        {field => <Input id={field} value={note} maxLength={300} onChange={event => setNote(event.target.value)} />}
      </Labelled>
      {finish.isError ? <FailedToLoad error={finish.error} retry={() => finish.reset()} /> : null}
    </Form>
  )
}

function Form({
  submit,
  label,
  busy,
  children,
}: {
  submit: () => void
  label: string
  busy: boolean
  children: ReactNode
}) {
  return (
    <form
      className="delivery-form step-form"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {children}
      <Button type="primary" htmlType="submit" loading={busy}>
        {label}
      </Button>
    </form>
  )
}

function Book({ visitId, done }: { visitId: string; done: () => void }) {
  const t = texts.useTexts()
  const [fields, setFields] = useState({ name: '', phone: '', licence: '', topic: '' })
  const book = useWrite((body: CallInput<typeof routes.book>['body']) =>
    call(routes.book, { params: { id: visitId }, body }),
  )
  const submit = () => {
    const { licence, ...rest } = fields
    book.mutate({ ...rest, licenceNo: licence === '' ? null : licence }, { onSuccess: done })
  }
  return (
    <Form submit={submit} label={t('book.submit')} busy={book.isPending}>
      {(['name', 'phone', 'licence', 'topic'] as const).map(name => (
        <Labelled key={name} label={t(`book.${name}`)}>
          {id => (
            <Input
              id={id}
              value={fields[name]}
              maxLength={name === 'topic' ? 100 : 60}
              required={name !== 'licence'}
              onChange={event => setFields({ ...fields, [name]: event.target.value })}
            />
          )}
        </Labelled>
      ))}
      {book.isError ? <FailedToLoad error={book.error} retry={() => book.reset()} /> : null}
    </Form>
  )
}

function Cancel({ visitId, done }: { visitId: string; done: () => void }) {
  const t = texts.useTexts()
  const [reason, setReason] = useState('')
  const cancel = useWrite((text: string) =>
    call(routes.cancelVisit, { params: { id: visitId }, body: { reason: text } }),
  )
  return (
    <Form submit={() => cancel.mutate(reason, { onSuccess: done })} label={t('visit.cancel')} busy={cancel.isPending}>
      <Labelled label={t('visit.reason')}>
        {id => (
          <Input id={id} value={reason} maxLength={200} required onChange={event => setReason(event.target.value)} />
        )}
      </Labelled>
      {cancel.isError ? <FailedToLoad error={cancel.error} retry={() => cancel.reset()} /> : null}
    </Form>
  )
}

/** 安排一次 */
export function MakeVisit({ day, done }: { day: string; done: () => void }) {
  const t = texts.useTexts()
  const towns = useTowns()
  const [fields, setFields] = useState({
    kind: 'village' as 'village' | 'helper',
    areaCode: '',
    place: '',
    day,
    from: '09:00',
    to: '11:30',
    capacity: '20',
  })
  const set = (change: Partial<typeof fields>) => setFields({ ...fields, ...change })
  const make = useWrite((body: CallInput<typeof routes.makeVisit>['body']) => call(routes.makeVisit, { body }))
  const submit = () => {
    const { kind, areaCode, place, day: on } = fields
    const [fromMinute, toMinute] = [minuteOf(fields.from) ?? 0, minuteOf(fields.to) ?? 0]
    make.mutate(
      { kind, areaCode, place, day: on, fromMinute, toMinute, capacity: Number(fields.capacity) },
      { onSuccess: done },
    )
  }
  return (
    <div className="card">
      <Form submit={submit} label={t('visit.submit')} busy={make.isPending}>
        <Labelled label={t('visit.kind')}>
          {id => (
            <Select
              id={id}
              value={fields.kind}
              options={(['village', 'helper'] as const).map(value => ({ value, label: t(`visit.${value}`) }))}
              onChange={kind => set({ kind })}
            />
          )}
        </Labelled>
        <Labelled label={t('town')}>
          {id => (
            <Select
              id={id}
              {...(fields.areaCode === '' ? {} : { value: fields.areaCode })}
              options={towns.map(one => ({ value: one.code, label: one.name }))}
              onChange={areaCode => set({ areaCode })}
            />
          )}
        </Labelled>
        <Labelled label={t('visit.place')}>
          {id => (
            <Input
              id={id}
              value={fields.place}
              maxLength={80}
              required
              onChange={event => set({ place: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('plan.day')}>
          {id => (
            <Input
              id={id}
              type="date"
              value={fields.day}
              required
              onChange={event => set({ day: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('visit.from')}>
          {id => (
            <Input
              id={id}
              type="time"
              value={fields.from}
              required
              onChange={event => set({ from: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('visit.to')}>
          {id => (
            <Input id={id} type="time" value={fields.to} required onChange={event => set({ to: event.target.value })} />
          )}
        </Labelled>
        <Labelled label={t('visit.capacity')}>
          {id => (
            <Input
              id={id}
              type="number"
              min={1}
              max={200}
              value={fields.capacity}
              required
              onChange={event => set({ capacity: event.target.value })}
            />
          )}
        </Labelled>
        {make.isError ? <FailedToLoad error={make.error} retry={() => make.reset()} /> : null}
      </Form>
    </div>
  )
}
