import { useQuery } from '@tanstack/react-query'
import { routes } from '#contract/monitoring'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import type { HotspotsData } from './clock.ts'
import { DriftPart } from './drift-part.tsx'
import { HotClock } from './hot-clock.tsx'
import './hotspots.css'
import { PlaceList } from './place-list.tsx'
import { texts } from './texts.ts'

/** 热点: when and where to look in the coming week, what such forecasts were worth, and whether it moves to the villages. */
export function HotspotsPage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const board = useQuery({ queryKey: ['hotspots'], queryFn: ({ signal }) => call(routes.hotspots, { signal }) })
  if (board.isError) return <PageFailed error={board.error} retry={() => void board.refetch()} />
  if (board.isPending) return <Loading />
  const { hotspots } = board.data
  return (
    <div className="page hotspots">
      <div className="page-head">
        <h1>{t('title')}</h1>
        {hotspots === null ? null : (
          <span className="quiet">{t('computed', { at: formatInstant(hotspots.at, language) })}</span>
        )}
      </div>
      <p className="quiet">{t('intro')}</p>
      {hotspots === null || hotspots.rows.length === 0 ? <p>{t('none')}</p> : <Board hotspots={hotspots} />}
    </div>
  )
}

function Board({ hotspots }: { readonly hotspots: HotspotsData }) {
  const t = texts.useTexts()
  return (
    <>
      <section className="card" aria-label={t('check')}>
        <strong>{t('check')}</strong> <span lang="zh-CN">{hotspots.check.say}</span>
      </section>
      <h2>{t('when')}</h2>
      <HotClock rows={hotspots.rows} />
      <h2>{t('where')}</h2>
      <PlaceList places={hotspots.places} />
      <h2>{t('peaks')}</h2>
      <Peaks peaks={hotspots.peaks} />
      <h2>{t('drift')}</h2>
      <DriftPart drift={hotspots.drift} />
    </>
  )
}

/** Only what is more than chance. */
function Peaks({ peaks }: Pick<HotspotsData, 'peaks'>) {
  const t = texts.useTexts()
  const sure = peaks.filter(({ between }) => between[0] > 1).toSorted((a, b) => b.ratio - a.ratio)
  if (sure.length === 0) return <p>{t('noPeaks')}</p>
  return (
    <ul>
      {sure.map(({ by, name, events, ratio }) => (
        <li key={`${by} ${name}`}>
          <span lang="zh-CN">{name}</span> {t('peak', { ratio: ratio.toFixed(1), events })}
        </li>
      ))}
    </ul>
  )
}
