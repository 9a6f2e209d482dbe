import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type InspectionCalendar, calendarRoutes as routes } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

interface Props {
  readonly calendar: InspectionCalendar
  readonly month: string
  readonly fresh: (next: InspectionCalendar) => void
}

/** 节假日和高发期: when the machine asks by itself, what it has asked for, what was sent. */
export function Periods({ calendar, month, fresh }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const may = mayUse(routes.raisePeriod, useStaff())
  const send = useMutation({
    mutationFn: (id: string) => call(routes.raisePeriod, { params: { id }, body: { month } }),
    onSuccess: fresh,
  })
  const day = (text: string) => formatDayShort(text, language)
  return (
    <section className="card" aria-label={t('periods')}>
      <h2>{t('periods')}</h2>
      <table className="plain-table">
        <caption className="visually-hidden">{t('periods')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('days')}</th>
            <th scope="col">{t('asked')}</th>
            <th scope="col">{t('action')}</th>
          </tr>
        </thead>
        <tbody>
          {calendar.periods.map(({ id, kind, name, from, to, raisesOn, proposed, sent, over }) => (
            <tr key={id}>
              <td>
                <strong>{kind === 'season' ? t('season') : name}</strong> <span className="quiet small">{id}</span>
              </td>
              <td>
                {day(from)} – {day(to)}
              </td>
              <td>
                {proposed > 0 ? (
                  <Link to="/tasks" search={{ ref: id }}>
                    {t('proposed', { proposed, sent })}
                  </Link>
                ) : over ? (
                  t('notAsked')
                ) : (
                  t('willAsk', { day: day(raisesOn) })
                )}
              </td>
              <td>
                {may && proposed === 0 && !over ? (
                  <Button
                    size="small"
                    loading={send.isPending && send.variables === id}
                    onClick={() => send.mutate(id)}
                  >
                    {t('raise')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Refused error={send.error} />
    </section>
  )
}
