import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { type ActionRow, actionKinds, actionStateLabels, actionRoutes as routes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { PageFailed } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { type Column, DataTable } from '../table/data-table.tsx'
import { texts } from './action-texts.ts'
import './cooperation.css'
import { PlanAction } from './plan-action.tsx'

/** 联合行动: what one may know of. */
export function ActionsPage() {
  const t = texts.useTexts()
  const staff = useStaff()
  const navigate = useNavigate()
  const [planning, setPlanning] = useState(false)
  const filters = useSearch({ from: '/joint-actions' })
  const list = useQuery({
    queryKey: ['jointActions', 'list', filters],
    queryFn: ({ signal }) => call(routes.listActions, { query: filters, signal }),
  })
  if (list.isError) return <PageFailed error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  const columns: readonly Column<ActionRow>[] = [
    { key: 'starts', head: t('starts'), narrow: true, cell: row => formatInstant(row.startsAt) },
    {
      key: 'name',
      head: t('name'),
      cell: row => (
        <>
          <Link to="/joint-actions/$id" params={{ id: row.id }}>
            {row.title}
          </Link>{' '}
          {row.hidden ? <span className="quiet">◆ {t('hidden.row')}</span> : null}
        </>
      ),
    },
    { key: 'kind', head: t('kind'), cell: row => pick(actionKinds[row.kind].zh, actionKinds[row.kind].en) },
    {
      key: 'state',
      head: t('state'),
      cell: row => pick(actionStateLabels[row.state].zh, actionStateLabels[row.state].en),
    },
    { key: 'results', head: t('results'), narrow: true, cell: row => row.results },
  ]
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('actions')}</h1>
      </div>
      <p className="quiet">{t('actions.intro')}</p>
      {mayUse(routes.planAction, staff) && !planning ? (
        <p>
          <Button type="primary" onClick={() => setPlanning(true)}>
            {t('plan')}
          </Button>
        </p>
      ) : null}
      {planning ? <PlanAction close={() => setPlanning(false)} /> : null}
      {Object.keys(filters).length > 0 ? (
        <p>
          <Link to="/joint-actions">{t('filter.none')}</Link>
        </p>
      ) : null}
      {list.data.items.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <DataTable
          caption={t('actions')}
          columns={columns}
          rows={list.data.items}
          keyOf={row => row.id}
          open={row => void navigate({ to: '/joint-actions/$id', params: { id: row.id } })}
        />
      )}
    </div>
  )
}
