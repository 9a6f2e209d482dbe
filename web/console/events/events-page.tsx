import { useState } from 'react'
import { type EventLine, type ReachView, eventRoutes as routes } from '#contract/outreach'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { EventCard } from './event-card.tsx'
import { EventMap } from './event-map.tsx'
import { EventPictures } from './event-pictures.tsx'
import './events.css'
import { HeldTable } from './held-table.tsx'
import { PlanForm } from './plan-form.tsx'
import { ReachPart } from './reach-part.tsx'
import { SchoolsPart } from './schools-part.tsx'
import { texts } from './texts.ts'
import { useEvents, useReach } from './use-events.ts'

export type Proposal = ReachView['proposals'][number]

/** 千人百场: first who has not been reached and where to go, then what is planned and what came of the rest. */
export function EventsPage() {
  const t = texts.useTexts()
  const staff = useStaff()
  const [events, reach] = [useEvents(), useReach()]
  const [wanted, setWanted] = useState<Proposal>()
  if (events.isError) return <PageFailed error={events.error} retry={() => void events.refetch()} />
  if (reach.isError) return <PageFailed error={reach.error} retry={() => void reach.refetch()} />
  if (events.isPending || reach.isPending) return <Loading />
  const planned = events.data.items.filter(({ state }) => state === 'planned').toReversed()
  const past = events.data.items.filter(({ state }) => state !== 'planned')
  const plan = (proposal: Proposal) => {
    setWanted(proposal)
    document.getElementById('plan-event')?.scrollIntoView({ block: 'start' })
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
      </div>
      <p className="quiet">{t('intro')}</p>
      <ReachPart reach={reach.data} plan={plan} />
      <SchoolsPart />
      <EventMap events={events.data.items} reach={reach.data} />
      <h2>{t('planned')}</h2>
      {planned.length === 0 ? <p>{t('none')}</p> : null}
      {planned.map(event => (
        <EventCard key={event.id} event={event} />
      ))}
      {mayUse(routes.planEvent, staff) ? <PlanForm key={wanted?.address} wanted={wanted} /> : null}
      {past.length === 0 ? null : <h2>{t('held')}</h2>}
      {past.length === 0 ? null : <HeldTable events={past} />}
      <PicturesPart events={past} />
    </div>
  )
}

/** Of the latest held ones: photographs are sent soon after or not at all. */
const latest = 12

function PicturesPart({ events }: { events: readonly EventLine[] }) {
  const t = texts.useTexts()
  const held = events.filter(({ state }) => state === 'held').slice(0, latest)
  if (held.length === 0) return null
  return (
    <section className="card events-card" aria-labelledby="pictures">
      <h2 id="pictures">{t('pictures')}</h2>
      {held.map(event => (
        <EventPictures key={event.id} event={event} />
      ))}
    </section>
  )
}
