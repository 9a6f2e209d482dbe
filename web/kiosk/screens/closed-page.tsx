import { nextOpening } from '#kernel/opening-hours'
import { Callout, Facts } from '../../services/kit/facts.tsx'
import { formatInstant } from '../../shared/format.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { closedTexts } from './closed-texts.ts'
import { hoursText, Nearby } from './nearby.tsx'

/** 休息中: when it opens, and where else the matter can be done meanwhile. */
export function ClosedPage({ kiosk, send }: PageProps) {
  const t = closedTexts.useTexts()
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
      <Nearby />
      <Callout tone="info">
        <p>{t('next')}</p>
      </Callout>
    </Frame>
  )
}
