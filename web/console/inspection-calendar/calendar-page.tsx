import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { type InspectionCalendar, calendarRoutes as routes, taskKinds, taskStateLabels } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import './calendar.css'
import { Month } from './month.tsx'
import { Periods } from './periods.tsx'
import { Regular } from './regular.tsx'
import { texts } from './texts.ts'

const thisMonth = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)

/** 检查日历: days off and high seasons, what they ask for, each day's visits, and who has had the visits of the year. */
export function InspectionCalendarPage() {
  const t = texts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const [month, setMonth] = useState(thisMonth)
  const [day, setDay] = useState<string>()
  const key = ['inspectionCalendar', month]
  const calendar = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.calendar, { query: { month }, signal }),
  })
  const fresh = (next: InspectionCalendar) => {
    queries.setQueryData(key, next)
    void queries.invalidateQueries({ queryKey: ['taskBoard'] })
  }
  return (
    <div className="page inspection-calendar">
      <div className="page-head">
        <h1>{t('question')}</h1>
        <div className="month-choice">
          <label htmlFor={id}>{t('month')}</label>
          <Input id={id} type="month" value={month} onChange={event => setMonth(event.target.value || month)} />
        </div>
      </div>
      {calendar.isError ? (
        <FailedToLoad error={calendar.error} retry={() => void calendar.refetch()} />
      ) : calendar.isPending ? (
        <Loading />
      ) : (
        <>
          <p className="quiet">{t('intro', { ...calendar.data.raise, cap: calendar.data.yearlyCap })}</p>
          {calendar.data.published ? null : (
            <p className="law-notice">{t('unpublished', { year: month.slice(0, 4) })}</p>
          )}
          <div className="inspection-columns">
            <Month calendar={calendar.data} chosen={day ?? calendar.data.today} choose={setDay} />
            <DayTasks calendar={calendar.data} day={day ?? calendar.data.today} />
          </div>
          <Periods calendar={calendar.data} month={month} fresh={fresh} />
          <Regular calendar={calendar.data} />
          <Capped calendar={calendar.data} />
        </>
      )}
    </div>
  )
}

function DayTasks({ calendar, day }: { calendar: InspectionCalendar; day: string }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const tasks = calendar.tasks.filter(task => task.day === day)
  return (
    <section className="card" aria-label={t('day')}>
      <h2>{formatDay(day, language)}</h2>
      {tasks.length === 0 ? <p className="quiet">{t('day.none')}</p> : null}
      <ul className="plain-list">
        {tasks.map(task => (
          <li key={task.id} className="day-task">
            <Link to="/retailers/$licenceNo" params={{ licenceNo: task.licenceNo }}>
              {task.shopName}
            </Link>{' '}
            <span className="quiet">{task.town}</span>
            <div className="small">
              {pick(taskKinds[task.kind].zh, taskKinds[task.kind].en, language)} · {t(`hours.${task.hours}`)} ·{' '}
              {task.state === 'proposed'
                ? t('proposal')
                : pick(taskStateLabels[task.state].zh, taskStateLabels[task.state].en, language)}
              {task.officers.length === 0 ? '' : ` · ${task.officers.join('、')}`}
            </div>
          </li>
        ))}
      </ul>
      <Link to="/tasks">{t('board')}</Link>
    </section>
  )
}

function Capped({ calendar: { capped, yearlyCap, today } }: { calendar: InspectionCalendar }) {
  const t = texts.useTexts()
  return (
    <section className="card" aria-label={t('capped')}>
      <h2>{t('capped.count', { year: today.slice(0, 4), cap: yearlyCap, count: capped.length })}</h2>
      <p className="quiet">{t('capped.help')}</p>
      {capped.length === 0 ? null : (
        <table className="plain-table">
          <caption className="visually-hidden">{t('capped')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('shop')}</th>
              <th scope="col">{t('town')}</th>
              <th scope="col">{t('visits')}</th>
            </tr>
          </thead>
          <tbody>
            {capped.map(({ licenceNo, shopName, town, visits }) => (
              <tr key={licenceNo}>
                <td>
                  <Link to="/retailers/$licenceNo" params={{ licenceNo }}>
                    {shopName}
                  </Link>
                </td>
                <td>{town}</td>
                <td>{visits}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
