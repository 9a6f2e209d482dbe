import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { alarmRoutes as routes } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'

/** 期限提醒 for the one who sits here; each step is called out once and goes when it was seen. */
export function AlarmsCard() {
  const staff = useStaff()
  return mayUse(routes.alarms, staff) ? <Alarms /> : null
}

function Alarms() {
  const t = texts.useTexts()
  const client = useQueryClient()
  const queryKey = ['cases', 'alarms']
  const list = useQuery({
    queryKey,
    queryFn: ({ signal }) => call(routes.alarms, { signal }),
    refetchInterval: 300_000,
  })
  const seen = useMutation({
    mutationFn: (id: string) => call(routes.alarmSeen, { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  })
  const items = list.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="card case-alarms" aria-label={t('alarms')}>
      <h2>{t('alarms.count', { count: items.length })}</h2>
      <ul className="plain-list">
        {items.map(({ id, caseNo, about, clock, dueOn, level }) => (
          <li key={id} className="case-alarm">
            <span className={level === 'late' ? 'case-late' : 'case-soon'}>
              {level === 'late' ? '▲' : '◆'} {levelWords(level)}
            </span>
            <span>
              <Link to="/cases/$no" params={{ no: caseNo }}>
                {caseNo}
              </Link>{' '}
              {pick(clock.zh, clock.en)}，{formatDayShort(dueOn)} <span className="quiet small">{about}</span>
            </span>
            <Button size="small" onClick={() => seen.mutate(id)}>
              {t('alarms.seen')}
            </Button>
          </li>
        ))}
      </ul>
      <Refused error={seen.error} />
    </section>
  )
}

function levelWords(level: string): string {
  if (level === 'late') return texts.t('alarm.late')
  const count = Number(level.slice(0, -1))
  return texts.t(level.endsWith('h') ? 'alarm.hours' : 'alarm.days', { count })
}
