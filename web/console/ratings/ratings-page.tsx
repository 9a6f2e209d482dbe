import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { ratingRoutes as routes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Figures } from './figures.tsx'
import { FollowUpCard } from './follow-up-card.tsx'
import './ratings.css'
import { texts } from './texts.ts'

const views = ['open', 'done'] as const
type View = (typeof views)[number]

/** 好差评: the bad ones that somebody has to call about, then the figures. */
export function RatingsPage() {
  const t = texts.useTexts()
  const [view, setView] = useState<View>('open')
  return (
    <div className="page ratings">
      <div className="page-head">
        <h1>{t('title')}</h1>
        <Segmented<View> value={view} onChange={setView} options={views.map(value => ({ value, label: t(value) }))} />
      </div>
      <p className="quiet">{t('intro')}</p>
      <FollowUps view={view} />
      <Figures />
    </div>
  )
}

function FollowUps({ view }: { view: View }) {
  const t = texts.useTexts()
  const list = useQuery({
    queryKey: ['ratingFollowUps', view],
    queryFn: ({ signal }) => call(routes.listFollowUps, { query: { view }, signal }),
  })
  if (list.isError) return <FailedToLoad error={list.error} retry={() => void list.refetch()} />
  if (list.isPending) return <Loading />
  if (list.data.items.length === 0) return <p>{t(view === 'open' ? 'none' : 'noneDone')}</p>
  return list.data.items.map(item => <FollowUpCard key={item.applicationNo} item={item} />)
}
