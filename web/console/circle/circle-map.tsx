import { useMemo } from 'react'
import type { CircleView, SitingResult } from '#contract/metrics'
import { collection } from '../map/features.ts'
import { MapPanel } from '../map/map-panel.tsx'
import type { StateLook } from '../map/state-looks.ts'
import { texts } from './texts.ts'

const looks = {
  gap: { colour: 'red', shape: 'triangle', sign: '▲' },
  working: { colour: 'green', shape: 'circle', sign: '●' },
  silent: { colour: 'ink-quiet', shape: 'cross', sign: '✕' },
} as const satisfies Record<string, StateLook>
type Look = keyof typeof looks

interface Props {
  readonly circle: CircleView
  readonly sites: SitingResult['sites']
  readonly open: (licenceNo: string) => void
}

/** 空白处、服务点和建议的地点 on one map; the same stands in the lists beside it. */
export function CircleMap({ circle, sites, open }: Props) {
  const t = texts.useTexts()
  const marks = useMemo(() => {
    const all: { lng: number; lat: number; opens: string; name: string; state: Look }[] = [
      ...circle.gaps.map(({ licenceNo, ...gap }) => ({ ...gap, opens: licenceNo, state: 'gap' as const })),
      ...circle.points.map(point => ({
        ...point,
        opens: '',
        state: point.working ? ('working' as const) : ('silent' as const),
      })),
    ]
    return {
      features: collection(all, ({ opens, name, state }) => ({ opens, name, state })),
      looks,
      well: 'working',
    }
  }, [circle])
  // Proposed places are never drawn together: each is to be found on the map.
  const points = useMemo(
    () => ({
      shops: [],
      gates: [],
      servicePoints: sites.map(({ lng, lat, name }, n) => ({
        code: String(n),
        kind: 'next',
        name: `${n + 1} ${name}`,
        lng,
        lat,
      })),
    }),
    [sites],
  )
  return (
    <MapPanel
      label={t('map')}
      marks={marks}
      points={points}
      open={licenceNo => {
        if (licenceNo !== '') open(licenceNo)
      }}
      instead={t('map.failed')}
    >
      {(Object.keys(looks) as Look[]).map(look => (
        <li key={look} className={`circle-${look}`}>
          <span aria-hidden="true">{looks[look].sign}</span> {t(`look.${look}`)}
        </li>
      ))}
      <li className="circle-next">
        <span aria-hidden="true">✚</span> {t('look.next')}
      </li>
    </MapPanel>
  )
}
