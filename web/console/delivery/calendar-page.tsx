import { useSearch } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { VisitView } from '#contract/delivery'
import { clock } from '#kernel/minute-of-day'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './calendar-texts.ts'
import { DeliveryFrame } from './frame.tsx'
import { Labelled } from './labelled.tsx'
import { chinaToday, daysLater } from './times.ts'
import { useVisits } from './use-delivery.ts'
import { MakeVisit, Visit } from './visit.tsx'

const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const

/** 日历: a month of village days and helper hours; one day opened beside it. */
export function CalendarPage() {
  const t = texts.useTexts()
  const { day: asked = chinaToday() } = useSearch({ from: '/delivery/calendar' })
  const [month, setMonth] = useState(asked.slice(0, 7))
  const [day, setDay] = useState(asked)
  const [making, setMaking] = useState(false)
  const days = daysOf(month)
  const visits = useVisits(days[0] ?? '', days.at(-1) ?? '')
  return (
    <DeliveryFrame>
      <h1>{t('calendar.question')}</h1>
      <div className="delivery-filters">
        <Labelled label={t('calendar.month')}>
          {id => (
            <Input
              id={id}
              type="month"
              className="month-input"
              value={month}
              onChange={event => setMonth(event.target.value || month)}
            />
          )}
        </Labelled>
        <Button type="primary" onClick={() => setMaking(!making)}>
          {t(making ? 'close' : 'visit.make')}
        </Button>
      </div>
      {making ? <MakeVisit day={day} done={() => setMaking(false)} /> : null}
      {visits.isError ? (
        <FailedToLoad error={visits.error} retry={() => void visits.refetch()} />
      ) : visits.isPending ? (
        <Loading />
      ) : (
        <div className="calendar-columns">
          <Month days={days} month={month} visits={visits.data.items} day={day} set={setDay} />
          <DayList day={day} visits={visits.data.items.filter(visit => visit.day === day)} />
        </div>
      )}
    </DeliveryFrame>
  )
}

/** Whole weeks from Monday on. */
function daysOf(month: string): string[] {
  const first = `${month}-01`
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const start = daysLater(first, -weekday)
  const length = daysLater(start, 35).slice(0, 7) === month ? 42 : 35
  return Array.from({ length }, (_, index) => daysLater(start, index))
}

interface MonthProps {
  readonly days: readonly string[]
  readonly month: string
  readonly visits: readonly VisitView[]
  readonly day: string
  readonly set: (day: string) => void
}

function Month({ days, month, visits, day, set }: MonthProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <div className="calendar card">
      {weekdays[language].map(name => (
        <span key={name} className="calendar-head">
          {name}
        </span>
      ))}
      {days.map(one => {
        const here = visits.filter(visit => visit.day === one)
        const look = `calendar-day ${one.startsWith(month) ? '' : 'calendar-other'} ${one === day ? 'calendar-chosen' : ''}`
        return (
          <button type="button" key={one} className={look} aria-pressed={one === day} onClick={() => set(one)}>
            <span className="visually-hidden">{formatDay(one, language)}</span>
            <span aria-hidden="true">{Number(one.slice(8))}</span>
            {here.map(visit => (
              <span
                key={visit.id}
                className={`calendar-visit calendar-${visit.state === 'cancelled' ? 'cancelled' : visit.kind}`}
              >
                {clock(visit.fromMinute)} {visit.place}{' '}
                {visit.state === 'cancelled' ? t('visit.cancelled') : `${visit.taken}/${visit.capacity}`}
              </span>
            ))}
          </button>
        )
      })}
    </div>
  )
}

function DayList({ day, visits }: { day: string; visits: readonly VisitView[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section className="day-list">
      <h2>{formatDay(day, language)}</h2>
      {visits.length === 0 ? <p className="quiet">{t('calendar.none')}</p> : null}
      {visits.map(visit => (
        <Visit key={visit.id} visit={visit} />
      ))}
    </section>
  )
}
