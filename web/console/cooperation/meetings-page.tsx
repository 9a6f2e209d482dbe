import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type MeetingRow, meetingKinds, meetingStateLabels, meetingRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { type Column, DataTable } from '../table/data-table.tsx'
import './cooperation.css'
import { PlanMeeting } from './plan-meeting.tsx'
import { texts } from './texts.ts'
import { UrgentMeeting } from './urgent-meeting.tsx'

/** 会议: to come and held, with what became of their decisions. */
export function MeetingsPage() {
  const t = texts.useTexts()
  const staff = useStaff()
  const [form, setForm] = useState<'plan' | 'urgent'>()
  const filters = useSearch({ from: '/meetings' })
  const list = useQuery({
    queryKey: ['meetings', 'list', filters],
    queryFn: ({ signal }) => call(routes.listMeetings, { query: filters, signal }),
  })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const { items } = list.data
  const close = () => setForm(undefined)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('meetings')}</h1>
      </div>
      <p className="quiet">{t('meetings.intro')}</p>
      {mayUse(routes.planMeeting, staff) && form === undefined ? (
        <p className="coop-row">
          <Button type="primary" onClick={() => setForm('plan')}>
            {t('plan')}
          </Button>
          <Button onClick={() => setForm('urgent')}>{t('urgent')}</Button>
        </p>
      ) : null}
      {form === 'plan' ? <PlanMeeting close={close} /> : null}
      {form === 'urgent' ? <UrgentMeeting close={close} /> : null}
      {Object.keys(filters).length > 0 ? (
        <p>
          <Link to="/meetings">{t('filter.none')}</Link>
        </p>
      ) : null}
      {items.length === 0 ? <p>{t('noMeetings')}</p> : <MeetingTable rows={items} />}
    </div>
  )
}

function MeetingTable({ rows }: { rows: readonly MeetingRow[] }) {
  const t = texts.useTexts()
  const navigate = useNavigate()
  const columns: readonly Column<MeetingRow>[] = [
    { key: 'starts', head: t('starts'), narrow: true, cell: row => formatInstant(row.startsAt) },
    {
      key: 'name',
      head: t('name'),
      cell: row => (
        <Link to="/meetings/$id" params={{ id: row.id }}>
          {row.title}
        </Link>
      ),
    },
    { key: 'kind', head: t('kind'), cell: row => pick(meetingKinds[row.kind].zh, meetingKinds[row.kind].en) },
    { key: 'place', head: t('place'), cell: row => row.place },
    {
      key: 'state',
      head: t('state'),
      cell: row => pick(meetingStateLabels[row.state].zh, meetingStateLabels[row.state].en),
    },
    {
      key: 'tasks',
      head: t('tasks'),
      cell: row => (
        <>
          {row.tasks === 0 ? '' : t('tasks.count', { open: row.openTasks, all: row.tasks })}{' '}
          {row.overdueTasks > 0 ? (
            <span className="coop-late">{t('tasks.overdue', { count: row.overdueTasks })}</span>
          ) : null}
        </>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('meetings')}
      columns={columns}
      rows={rows}
      keyOf={row => row.id}
      open={row => void navigate({ to: '/meetings/$id', params: { id: row.id } })}
    />
  )
}
