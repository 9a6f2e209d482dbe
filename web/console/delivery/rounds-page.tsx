import { Link, useParams } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { type RoundView, routes } from '#contract/delivery'
import { addressOf, call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad, PageFailed } from '../app/problem-alert.tsx'
import { useAreas } from '../app/use-towns.ts'
import { DeliveryFrame } from './frame.tsx'
import { PlanView } from './plan-view.tsx'
import { texts } from './texts.ts'
import { chinaToday, daysLater } from './times.ts'
import { useOptions, useRound, useRounds, useWrite } from './use-delivery.ts'

/** 路线: of the last week and the coming two. */
export function RoundsPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const list = useRounds(daysLater(chinaToday(), -7), daysLater(chinaToday(), 14))
  const areas = useAreas().data?.items
  return (
    <DeliveryFrame>
      <h1>{t('rounds.title')}</h1>
      {list.isError ? (
        <FailedToLoad error={list.error} retry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Loading />
      ) : list.data.items.length === 0 ? (
        <p className="card">{t('rounds.none')}</p>
      ) : (
        <ul className="plain-list round-list">
          {list.data.items.map(round => (
            <li key={round.id} className="card">
              <strong>{formatDay(round.day, language)}</strong>{' '}
              {areas?.find(area => area.code === round.areaCode)?.name ?? round.areaCode} · {round.courierName} ·{' '}
              {t(`round.state.${round.state}`)} · {t('round.progress', { served: round.served, stops: round.stops })}{' '}
              <Link to="/delivery/rounds/$id" params={{ id: round.id }}>
                {t('rounds.open')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </DeliveryFrame>
  )
}

export function RoundPage() {
  const { id } = useParams({ from: '/delivery/rounds/$id' })
  const round = useRound(id)
  return (
    <DeliveryFrame>
      {round.isError ? (
        <PageFailed error={round.error} retry={() => void round.refetch()} />
      ) : round.isPending ? (
        <Loading />
      ) : (
        <Round view={round.data} />
      )}
    </DeliveryFrame>
  )
}

function Round({ view }: { view: RoundView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { round } = view
  return (
    <>
      <h1>{t('round.title', { day: formatDay(round.day, language) })}</h1>
      <p>
        {t('round.courier')} <strong>{round.courierName}</strong> · {t(`round.state.${round.state}`)} ·{' '}
        {t('round.progress', { served: round.served, stops: round.stops })} ·{' '}
        <a href={addressOf(routes.roundSheet.url, { id: round.id })} target="_blank" rel="noreferrer">
          {t('round.sheet')}
        </a>
      </p>
      {round.state === 'closed' ? null : <Reassign round={round} />}
      <PlanView plan={view} />
    </>
  )
}

function Reassign({ round }: { round: RoundView['round'] }) {
  const t = texts.useTexts()
  const options = useOptions()
  const [courierId, setCourier] = useState(round.courierId)
  const change = useWrite((to: string) =>
    call(routes.reassignRound, { params: { id: round.id }, body: { courierId: to } }),
  )
  return (
    <div className="delivery-filters">
      <Select
        aria-label={t('round.reassign')}
        value={courierId}
        options={(options.data?.couriers ?? []).map(courier => ({ value: courier.id, label: courier.name }))}
        onChange={setCourier}
      />
      <Button
        disabled={courierId === round.courierId}
        loading={change.isPending}
        onClick={() => change.mutate(courierId)}
      >
        {t('round.reassign')}
      </Button>
      <span className="quiet small">{t('round.reassign.help')}</span>
      {change.isError ? <FailedToLoad error={change.error} retry={() => change.reset()} /> : null}
    </div>
  )
}
