import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { chainRoutes } from '#contract/intelligence'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import '../graph/graph.css'
import { texts } from './texts.ts'

/** 正在研判的信息链: where somebody still waits for something, before anything is opened. */
export function RunningChains({ choose }: { readonly choose: (matterNo: string) => void }) {
  const t = texts.useTexts()
  const chains = useQuery({
    queryKey: ['chains', 'running'],
    queryFn: ({ signal }) => call(chainRoutes.runningChains, { signal }),
  })
  const items = chains.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="card graph-gate" aria-label={t('running')}>
      <h2>{t('running')}</h2>
      <ul className="plain-list">
        {items.map(({ id, matterNo, gaps, nextDue }) => (
          <li key={id} className="graph-running">
            <span>
              <strong>{id}</strong> {matterNo}
              <span className="quiet">
                {' '}
                {t('running.gaps', { gaps })}
                {nextDue === null ? '' : t('running.due', { day: formatDay(nextDue) })}
              </span>
            </span>
            <Button size="small" onClick={() => choose(matterNo)}>
              {t('running.choose')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
