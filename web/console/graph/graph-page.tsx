import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { graphRoutes, hitRoutes, type OpenedAccess } from '#contract/intelligence'
import { mayUse } from '../app/permissions.ts'
import { useStaff } from '../session/session.ts'
import { BoardView } from './board-view.tsx'
import { Gate } from './gate.tsx'
import './graph.css'
import { Hits } from './hits.tsx'
import { Looks } from './looks.tsx'
import { Merges } from './merges.tsx'
import { texts } from './texts.ts'

const tabs = [
  ['graph', graphRoutes.searchGraph],
  ['hits', hitRoutes.list],
  ['merges', graphRoutes.listMerges],
  ['looks', graphRoutes.listAccesses],
] as const

/** 关系图: opened for a matter and a purpose; beside it what collided, who may be one person, and who looked. */
export function GraphPage() {
  const t = texts.useTexts()
  const staff = useStaff()
  const open = tabs.filter(([, route]) => mayUse(route, staff)).map(([tab]) => tab)
  const { tab: asked, no } = useSearch({ from: '/graph' })
  const tab = open.find(one => one === asked) ?? open[0] ?? 'graph'
  const navigate = useNavigate()
  const [access, setAccess] = useState<OpenedAccess>()
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Segmented
          aria-label={t('title')}
          value={tab}
          onChange={next => void navigate({ to: '/graph', search: { tab: next } })}
          options={open.map(value => ({ value, label: t(`tab.${value}`) }))}
        />
      </div>
      <p className="quiet">{t(tab === 'graph' ? 'intro' : `${tab}.intro`)}</p>
      {tab === 'hits' ? <Hits /> : null}
      {tab === 'merges' ? <Merges /> : null}
      {tab === 'looks' ? <Looks /> : null}
      {tab !== 'graph' ? null : access === undefined ? (
        <Gate key={no ?? ''} no={no ?? ''} opened={setAccess} />
      ) : (
        <BoardView key={access.id} access={access} leave={() => setAccess(undefined)} />
      )}
    </div>
  )
}
