import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { routes } from '#contract/monitoring'
import { call } from '../../shared/api.ts'
import { HotClock } from '../hotspots/hot-clock.tsx'
import '../hotspots/hotspots.css'
import { texts } from './texts.ts'

/** 热点钟 beside the map: when the coming week is hot, and the way to where. Absent until the watch has looked. */
export function HotPart() {
  const t = texts.useTexts()
  const board = useQuery({
    queryKey: ['alerts', 'hotspots'],
    queryFn: ({ signal }) => call(routes.hotspots, { signal }),
  })
  const hotspots = board.data?.hotspots
  if (hotspots === undefined || hotspots === null || hotspots.rows.length === 0) return null
  return (
    <section className="hotspots alert-clock" aria-label={t('clock')}>
      <h2>{t('clock')}</h2>
      <HotClock rows={hotspots.rows} />
      <p className="small" lang="zh-CN">
        {hotspots.check.say}
      </p>
      <Link to="/hotspots">{t('toHotspots')}</Link>
    </section>
  )
}
