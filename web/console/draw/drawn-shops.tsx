import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { outcomeLabels, drawRoutes as routes } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import type { RoomProps } from './next-card.tsx'
import { texts } from './texts.ts'

type Outcome = keyof typeof outcomeLabels

/** 抽中的零售户 by group, with the outcome of each visit and what is late. */
export function DrawnShops({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const { draw, selected, groups, alarms } = room
  const known = new Map(draw.outcomes.map(one => [one.object, one]))
  const officers = new Map(groups.map(({ key, officers: names }) => [key, names.join('、')]))
  const alarmed = new Map(alarms.map(alarm => [alarm.object, alarm]))
  return (
    <section className="card">
      <h2>{t('selected')}</h2>
      {alarms.length > 0 ? (
        <p className="draw-void" role="alert">
          {t('alarms', { count: alarms.length })}
        </p>
      ) : null}
      <Publish room={room} fresh={fresh} />
      <table className="plain-table">
        <thead>
          <tr>
            {(['group', 'shop', 'class', 'officers', 'outcome'] as const).map(key => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {selected.map(shop => {
            const noted = known.get(shop.id)
            const alarm = alarmed.get(shop.id)
            return (
              <tr key={shop.id}>
                <td>
                  {shop.town} {shop.group.split('-').at(-1)}
                </td>
                <td>
                  {shop.shopName}
                  <div className="quiet small">{shop.id}</div>
                </td>
                <td>{shop.stratum === 'N' ? t('ungraded') : shop.stratum}</td>
                <td>{officers.get(shop.group)}</td>
                <td>
                  {noted === undefined ? (
                    <OutcomeForm room={room} fresh={fresh} object={shop.id} />
                  ) : (
                    <>
                      {pick(outcomeLabels[noted.outcome].zh, outcomeLabels[noted.outcome].en)} ·{' '}
                      {formatDayShort(noted.checkedOn)} · {t(noted.publishedAt === null ? 'unpublished' : 'published')}
                    </>
                  )}
                  {alarm === undefined ? null : (
                    <div className="draw-void small">
                      {t(`alarm.${alarm.kind}`, { due: formatDayShort(alarm.due) })}
                    </div>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Publish({ room, fresh }: RoomProps) {
  const t = texts.useTexts()
  const may = mayUse(routes.publishOutcomes, useStaff())
  const waiting = room.draw.outcomes.filter(({ publishedAt }) => publishedAt === null).length
  const send = useMutation({
    mutationFn: () => call(routes.publishOutcomes, { params: { id: room.draw.id } }),
    onSuccess: fresh,
  })
  if (waiting === 0) return null
  return (
    <div className="draw-actions">
      <Button type="primary" disabled={!may} loading={send.isPending} onClick={() => send.mutate()}>
        {t('publish', { count: waiting })}
      </Button>
      <span className="quiet small">{may ? t('publish.law') : t('approve.head')}</span>
      <Refused error={send.error} />
    </div>
  )
}

function OutcomeForm({ room, fresh, object }: RoomProps & { object: string }) {
  const t = texts.useTexts()
  const may = mayUse(routes.noteOutcome, useStaff()) && room.draw.state === 'published'
  const [outcome, setOutcome] = useState<Outcome>()
  const [checkedOn, setCheckedOn] = useState('')
  const send = useMutation({
    mutationFn: (chosen: Outcome) =>
      call(routes.noteOutcome, { params: { id: room.draw.id }, body: { object, outcome: chosen, checkedOn } }),
    onSuccess: fresh,
  })
  if (!may) return <span className="quiet">{t('outcome.none')}</span>
  return (
    <div className="draw-actions">
      <Select
        aria-label={t('outcome')}
        placeholder={t('outcome')}
        className="draw-narrow"
        value={outcome}
        onChange={setOutcome}
        options={Object.entries(outcomeLabels).map(([value, { zh, en }]) => ({
          value: value as Outcome,
          label: pick(zh, en),
        }))}
      />
      <Input
        type="date"
        aria-label={t('checkedOn')}
        className="draw-narrow"
        value={checkedOn}
        onChange={event => setCheckedOn(event.target.value)}
      />
      <Button
        disabled={outcome === undefined || checkedOn === ''}
        loading={send.isPending}
        onClick={() => outcome !== undefined && send.mutate(outcome)}
      >
        {t('note')}
      </Button>
      <Refused error={send.error} />
    </div>
  )
}
