import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { type DayRoutes, dayRouteRoutes as routes } from '#contract/inspection'
import { clock } from '#kernel/minute-of-day'
import { call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import './calendar.css'
import { routeTexts } from './route-texts.ts'

/** 当日路线: for each pair of officers the shops in order, with the hours they are likely to be there. */
export function DayRoutesCard({ today }: { today: string }) {
  const t = routeTexts.useTexts()
  const id = useId()
  const [day, setDay] = useState(today)
  const [open, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['dayRoutes', day],
    queryFn: ({ signal }) => call(routes.dayRoutes, { query: { on: day }, signal }),
  })
  const pairs = found.data?.pairs ?? []
  const shops = pairs.reduce((sum, { stops }) => sum + stops.length, 0)
  return (
    <section className="card day-routes" aria-label={t('title')}>
      <div className="page-head">
        <h2>
          {t('title')} <span className="quiet small">{t('count', { pairs: pairs.length, shops })}</span>
        </h2>
        {pairs.length === 0 ? null : (
          <Button type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'close' : 'open')}
          </Button>
        )}
        <div className="month-choice">
          <label htmlFor={id}>{t('day')}</label>
          <Input id={id} type="date" value={day} onChange={event => setDay(event.target.value || today)} />
        </div>
      </div>
      {found.isError ? <FailedToLoad error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data?.pairs.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      {open ? (
        <>
          <p className="quiet small">{t('help')}</p>
          {pairs.map(pair => (
            <Pair key={pair.officers.join()} pair={pair} />
          ))}
        </>
      ) : null}
    </section>
  )
}

function Pair({ pair }: { pair: DayRoutes['pairs'][number] }) {
  const t = routeTexts.useTexts()
  return (
    <div>
      <h3>{t('pair', { officers: pair.officers.join('、'), count: pair.stops.length, back: clock(pair.back) })}</h3>
      <ol className="day-route">
        {pair.stops.map(stop => (
          <li key={stop.taskId}>
            <strong>{clock(stop.begin)}</strong>{' '}
            <Link to="/retailers/$licenceNo" params={{ licenceNo: stop.licenceNo }}>
              {stop.shopName}
            </Link>{' '}
            <span className="quiet small">
              {stop.town} · {t('way', { minutes: stop.way })}
              {stop.off ? ` · ${t('off')}` : ''}
            </span>
          </li>
        ))}
      </ol>
      {pair.left.map(({ taskId, shopName, why }) => (
        <p key={taskId} className="small tone-soon">
          {t(why, { shop: shopName })}
        </p>
      ))}
    </div>
  )
}
