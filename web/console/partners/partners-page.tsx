import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Tabs } from 'antd'
import { itemRoutes, tipRoutes } from '#contract/partners'
import { Loading } from '../app/page-states.tsx'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useStaff } from '../session/session.ts'
import { AgenciesPanel } from './agencies-panel.tsx'
import { type Tab, tabs } from './filters.ts'
import { ItemsTable } from './items-table.tsx'
import { LogsPanel } from './logs-panel.tsx'
import './partners.css'
import { texts } from './texts.ts'
import { TipsPanel } from './tips-panel.tsx'
import { useItems, useLive, useReaches } from './use-partners.ts'
import { WatchPanel } from './watch-panel.tsx'

/** 协作单位: what was given, to whom it may be given, what was tried beyond it, and both logs side by side. */
export function PartnersPage() {
  const t = texts.useTexts()
  const staff = useStaff()
  const mayGive = mayUse(itemRoutes.listItems, staff)
  const mayReadTips = mayUse(tipRoutes.listTold, staff)
  const shown = tabs.filter(tab => (tab !== 'items' || mayGive) && (tab !== 'tips' || mayReadTips))
  const { tab = mayGive ? 'items' : 'agencies' } = useSearch({ from: '/partners' })
  const navigate = useNavigate()
  const open = (next: Tab) => void navigate({ to: '/partners', search: { tab: next } })
  const unseen = useReaches().data?.unseen ?? 0
  const panels = {
    items: <ItemsPanel />,
    tips: <TipsPanel />,
    agencies: <AgenciesPanel />,
    watch: <WatchPanel />,
    logs: <LogsPanel />,
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        {mayGive ? (
          <Link to="/partners/give" search={{}}>
            <Button type="primary">{t('give')}</Button>
          </Link>
        ) : null}
      </div>
      <p className="quiet">{t('intro')}</p>
      {unseen === 0 || tab === 'watch' ? null : (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('unseen', { count: unseen })}
          action={<Button onClick={() => open('watch')}>{t('see')}</Button>}
        />
      )}
      <Tabs
        activeKey={tab}
        onChange={next => open(tabs.find(one => one === next) ?? 'items')}
        items={shown.map(one => ({ key: one, label: t(`tab.${one}`) }))}
      />
      {panels[tab]}
    </div>
  )
}

function ItemsPanel() {
  useLive(itemRoutes.stream.url, 'items')
  const t = texts.useTexts()
  const { tab: _, agency, ...figure } = useSearch({ from: '/partners' })
  const list = useItems({ ...figure, ...(agency === undefined ? {} : { agencyId: agency }) })
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  return (
    <>
      {agency === undefined && Object.keys(figure).length === 0 ? null : (
        <p>
          {t('narrowed', { count: list.data.total })}{' '}
          <Link to="/partners" search={{ tab: 'items' }}>
            {t('showAll')}
          </Link>
        </p>
      )}
      <ItemsTable items={list.data.items} />
    </>
  )
}
