import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { drawRoutes as routes } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import type { RoomProps } from './next-card.tsx'
import { texts } from './texts.ts'

/** 名录: as they would be frozen now, with everything that was taken out of chance's hands and why. */
export function ListsCard({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const { lists, draw } = room
  const may = mayUse(routes.exclude, useStaff()) && draw.state === 'preparing'
  return (
    <section className="card">
      <h2>{t('lists')}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('class')}</th>
            <th scope="col">{t('listed')}</th>
            <th scope="col">{t('drawn')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.classes.map(({ name, listed, drawn }) => (
            <tr key={name}>
              <th scope="row">{name === 'N' ? t('ungraded') : name}</th>
              <td>{listed}</td>
              <td>{drawn}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{t('officers')}</h3>
      <p>{lists.officers.map(({ name }) => name).join('、') || t('officers.none')}</p>
      {lists.uncertified > 0 ? <p className="quiet small">{t('uncertified', { count: lists.uncertified })}</p> : null}
      <h3>{t('exclusions')}</h3>
      {lists.exclusions.length === 0 ? <p className="quiet">{t('none.any')}</p> : null}
      <ul>
        {lists.exclusions.map(({ object, by, reason }) => (
          <li key={object}>{t('exclusion', { object, by, reason })}</li>
        ))}
      </ul>
      {may ? <ExcludeForm room={room} fresh={fresh} /> : null}
      <h3>{t('recusals')}</h3>
      {lists.recusals.length === 0 ? <p className="quiet">{t('none.any')}</p> : null}
      <ul>
        {lists.recusals.map(({ officerName, by, reason, shops }) => (
          <li key={officerName + by + reason}>{t('recusal', { officer: officerName, by, reason, shops })}</li>
        ))}
      </ul>
      {may ? <RecuseForm room={room} fresh={fresh} /> : null}
    </section>
  )
}

function ExcludeForm({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const id = useId()
  const [object, setObject] = useState('')
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () => call(routes.exclude, { params: { id: room.draw.id }, body: { object: object.trim(), reason } }),
    onSuccess: next => {
      setObject('')
      setReason('')
      fresh(next)
    },
  })
  return (
    <div className="draw-actions">
      <label htmlFor={`${id}-no`}>{t('licenceNo')}</label>
      <Input
        id={`${id}-no`}
        className="draw-narrow"
        maxLength={12}
        value={object}
        onChange={event => setObject(event.target.value)}
      />
      <label htmlFor={`${id}-why`}>{t('reason')}</label>
      <Input
        id={`${id}-why`}
        className="draw-reason"
        maxLength={200}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <Button
        disabled={!/^\d{12}$/.test(object.trim()) || reason.trim() === ''}
        loading={send.isPending}
        onClick={() => send.mutate()}
      >
        {t('exclude')}
      </Button>
      <Refused error={send.error} />
    </div>
  )
}

function RecuseForm({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const id = useId()
  const [officer, setOfficer] = useState<string>()
  const [where, setWhere] = useState('')
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: (chosen: string) =>
      call(routes.recuse, { params: { id: room.draw.id }, body: { officer: chosen, where: where.trim(), reason } }),
    onSuccess: next => {
      setWhere('')
      setReason('')
      fresh(next)
    },
  })
  return (
    <div className="draw-actions">
      <Select
        aria-label={t('officer')}
        placeholder={t('officer')}
        className="draw-narrow"
        value={officer}
        onChange={setOfficer}
        options={room.lists.officers.map(({ id: value, name }) => ({ value, label: name }))}
      />
      <label htmlFor={`${id}-where`}>{t('where')}</label>
      <Input
        id={`${id}-where`}
        className="draw-narrow"
        maxLength={12}
        value={where}
        onChange={event => setWhere(event.target.value)}
      />
      <label htmlFor={`${id}-why`}>{t('reason')}</label>
      <Input
        id={`${id}-why`}
        className="draw-reason"
        maxLength={200}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <Button
        disabled={officer === undefined || !/^(\d{9}|\d{12})$/.test(where.trim()) || reason.trim() === ''}
        loading={send.isPending}
        onClick={() => officer !== undefined && send.mutate(officer)}
      >
        {t('recuse')}
      </Button>
      <Refused error={send.error} />
    </div>
  )
}
