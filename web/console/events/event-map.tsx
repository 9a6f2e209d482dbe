import { useCallback, useMemo } from 'react'
import type { EventLine, ReachView } from '#contract/outreach'
import { collection } from '../map/features.ts'
import { MapPanel } from '../map/map-panel.tsx'
import type { StateLook } from '../map/state-looks.ts'
import { texts } from './texts.ts'
import '../map/map.css'

const looks: Readonly<Record<string, StateLook>> = {
  held: { colour: 'green', shape: 'circle', sign: '●' },
  planned: { colour: 'blue', shape: 'square', sign: '■' },
  proposal: { colour: 'amber', shape: 'triangle', sign: '▲' },
}

/** Where events were, where they will be, and where they are missing. */
export function EventMap({ events, reach }: { events: readonly EventLine[]; reach: ReachView }) {
  const t = texts.useTexts()
  const marks = useMemo(() => {
    const placed = events.filter(({ state }) => state !== 'cancelled').map(event => ({ ...event, ...event.position }))
    const wanted = reach.proposals.map(proposal => ({ ...proposal, ...proposal.position }))
    const features = [
      ...collection(placed, event => ({ opens: event.id, name: event.title, state: event.state })).features,
      ...collection(wanted, proposal => ({ opens: 'reach', name: proposal.address, state: 'proposal' })).features,
    ]
    return { features: { type: 'FeatureCollection' as const, features }, looks, well: 'held' }
  }, [events, reach])
  const open = useCallback((opens: string) => document.getElementById(opens)?.scrollIntoView({ block: 'center' }), [])
  return (
    <div className="map-page events-map">
      <MapPanel label={t('map')} marks={marks} open={open} instead={t('map.instead')}>
        {(['held', 'planned', 'proposal'] as const).map(name => (
          <li key={name} className={`colour-${looks[name]?.colour}`}>
            <span aria-hidden="true">{looks[name]?.sign}</span> {t(name)}
          </li>
        ))}
      </MapPanel>
    </div>
  )
}
