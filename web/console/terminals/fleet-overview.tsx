import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Select } from 'antd'
import { useState } from 'react'
import { fleetRoutes } from '#contract/access'
import { formatCount } from '../../shared/format.ts'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { useStaff } from '../session/session.ts'
import { AlarmList } from './alarm-list.tsx'
import { FleetFigures } from './fleet-figures.tsx'
import { filled } from './fleet-filters.ts'
import { FleetMap } from './fleet-map.tsx'
import { fleetTexts } from './fleet-texts.ts'
import { SettingsForm } from './settings-form.tsx'
import { TerminalTable } from './terminal-table.tsx'
import { useFleet } from './use-fleet.ts'

const pageSize = 100

/** 终端总览: alarms first, then figures that open their terminals, the map, the list; asked for again every 15 seconds. */
export function FleetOverview() {
  const t = fleetTexts.useTexts()
  const filters = useSearch({ from: '/terminals' })
  const fleet = useFleet(filters)
  if (fleet.isError) return <FailedToLoad error={fleet.error} retry={() => void fleet.refetch()} />
  if (fleet.isPending) return <Loading />
  const { items, total, points, alarms } = fleet.data
  const { page = 1, ...rest } = filters
  return (
    <>
      <AlarmList alarms={alarms} />
      <FleetFigures fleet={fleet.data} filters={filters} />
      <FilterBar total={total} />
      <ManySettings ids={points.map(point => point.id)} />
      <FleetMap points={points} />
      {items.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              <div>{t('none')}</div>
              <div className="quiet">{t('none.next')}</div>
            </>
          }
        />
      ) : (
        <TerminalTable terminals={items} />
      )}
      <p className="fleet-pages">
        {page > 1 ? (
          <Link to="/terminals" search={filled({ ...rest, page: page > 2 ? page - 1 : undefined })}>
            {t('less')}
          </Link>
        ) : null}{' '}
        {page * pageSize < total ? (
          <Link to="/terminals" search={{ ...rest, page: page + 1 }}>
            {t('more')}
          </Link>
        ) : null}
      </p>
    </>
  )
}

function FilterBar({ total }: { total: number }) {
  const t = fleetTexts.useTexts()
  const filters = useSearch({ from: '/terminals' })
  const navigate = useNavigate({ from: '/terminals' })
  const towns = useTowns()
  return (
    <div className="filter-bar">
      <Select
        aria-label={t('town')}
        className="filter-select"
        value={filters.town ?? ''}
        options={[{ value: '', label: t('anyTown') }, ...towns.map(town => ({ value: town.code, label: town.name }))]}
        onChange={town =>
          void navigate({ search: filled({ ...filters, page: undefined, town: town === '' ? undefined : town }) })
        }
      />
      <span>{t('shown', { count: formatCount(total) })}</span>
      {Object.keys(filters).length === 0 ? null : (
        <Link to="/terminals" search={{}}>
          {t('clear')}
        </Link>
      )}
    </div>
  )
}

function ManySettings({ ids }: { ids: readonly string[] }) {
  const t = fleetTexts.useTexts()
  const [open, setOpen] = useState(false)
  if (!mayUse(fleetRoutes.setTerminals, useStaff()) || ids.length === 0) return null
  if (!open) {
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{t('settings.many', { count: formatCount(ids.length) })}</Button>
      </p>
    )
  }
  return (
    <section className="card" aria-label={t('settings')}>
      <h2>{t('settings.many', { count: formatCount(ids.length) })}</h2>
      <SettingsForm ids={ids} />
    </section>
  )
}
