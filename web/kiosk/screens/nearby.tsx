import { useEffect, useState } from 'react'
import { fleetRoutes, type NearbyPoint } from '#contract/access'
import { type OpeningHours, openedAt } from '#kernel/opening-hours'
import { Facts } from '../../services/kit/facts.tsx'
import { call } from '../../shared/api.ts'
import { daysText } from '../../shared/open-days.ts'
import { closedTexts } from './closed-texts.ts'

/** Kept while the page lives: a machine that rests asks each night, and can still say it when the line is down. */
let last: readonly NearbyPoint[] = []

/** 附近的服务点: where else the matter can be done, said where nothing can be begun at this machine. */
export function Nearby() {
  const t = closedTexts.useTexts()
  const points = useNearby()
  if (points.length === 0) return null
  return (
    <section className="trouble-part" aria-label={t('nearby')}>
      <h2>{t('nearby')}</h2>
      <Facts facts={points.map(point => ({ label: point.name, value: pointText(point) }))} />
    </section>
  )
}

/** Nothing is shown while nobody could ever be asked. */
function useNearby(): readonly NearbyPoint[] {
  const [points, setPoints] = useState(last)
  useEffect(() => {
    const gone = new AbortController()
    call(fleetRoutes.nearbyPoints, { signal: gone.signal }).then(
      ({ items }) => {
        last = items
        setPoints(items)
      },
      () => undefined,
    )
    return () => gone.abort()
  }, [])
  return points
}

export const hoursText = ({ opensAt, closesAt, openDays }: OpeningHours): string =>
  closedTexts.t(openDays.length === 0 ? 'noDays' : 'hoursText', {
    days: daysText(openDays),
    from: opensAt,
    to: closesAt,
  })

function pointText({ metres, hours }: NearbyPoint): string {
  const away =
    metres < 1000
      ? closedTexts.t('metres', { metres })
      : closedTexts.t('kilometres', { km: (metres / 1000).toFixed(1) })
  if (hours === null) return closedTexts.t('pointUnknown', { away })
  const open = openedAt(hours, Date.now()) !== undefined
  return closedTexts.t(open ? 'pointOpen' : 'pointClosed', { away, hours: hoursText(hours) })
}
