import { useEffect, useState } from 'react'
import { fleetRoutes, type NearbyPoint } from '#contract/access'
import { nextOpening, type OpeningHours } from '#kernel/opening-hours'
import { Callout, Facts } from '../../services/kit/facts.tsx'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { closedTexts, daysText } from './closed-texts.ts'

/** 休息中: when it opens, and where else the matter can be done meanwhile. */
export function ClosedPage({ kiosk, send }: PageProps) {
  const t = closedTexts.useTexts()
  const points = useNearby()
  const hours = kiosk.device?.settings
  const opens = hours && nextOpening(hours, Date.now())
  return (
    <Frame kiosk={kiosk} send={send} title={t('title')} tone="wait" say="trouble.outsideHours">
      {hours ? (
        <Facts
          facts={[
            { label: t('hours'), value: hoursText(hours) },
            ...(opens === undefined
              ? []
              : [{ label: t('opens'), value: formatInstant(new Date(opens).toISOString()), strong: true }]),
          ]}
        />
      ) : null}
      {points.length > 0 ? (
        <section className="trouble-part" aria-label={t('nearby')}>
          <h2>{t('nearby')}</h2>
          <Facts facts={points.map(point => ({ label: point.name, value: pointText(point) }))} />
        </section>
      ) : null}
      <Callout tone="info">
        <p>{t('next')}</p>
      </Callout>
    </Frame>
  )
}

/** Nothing is shown while the server cannot be asked: the hours above are known without it. */
function useNearby(): readonly NearbyPoint[] {
  const [points, setPoints] = useState<readonly NearbyPoint[]>([])
  useEffect(() => {
    const gone = new AbortController()
    call(fleetRoutes.nearbyPoints, { signal: gone.signal }).then(
      ({ items }) => setPoints(items),
      () => undefined,
    )
    return () => gone.abort()
  }, [])
  return points
}

const hoursText = ({ opensAt, closesAt, openDays }: OpeningHours): string =>
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
  return closedTexts.t(hours.openNow ? 'pointOpen' : 'pointClosed', { away, hours: hoursText(hours) })
}
