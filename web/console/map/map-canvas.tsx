import { type GeoJSONSource, type Map as LibreMap, NavigationControl } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import type { AreaView, MapAreas } from '#contract/registry'
import { useLanguage } from '../../shared/language.ts'
import { newMap, sourceOf, token } from '../../shared/new-map.ts'
import { readDocumentFacts } from '../app/document-facts.ts'
import { boundsOf, gateFeatures, type MapPoints, servicePointFeatures, shopFeatures, townFeatures } from './features.ts'
import { drawMarker } from './markers.ts'
import type { Marks } from './marks.ts'
import { type StateLook, stateLooks } from './state-looks.ts'

interface Props {
  readonly label: string
  readonly points: MapPoints
  readonly marks?: Marks
  readonly towns: readonly AreaView[]
  /** Where each town roughly lies; undefined until it is known, the map works without. */
  readonly areas: MapAreas | undefined
  /** What a mark opens: the licence number of a shop, the id of a terminal. */
  readonly open: (opens: string) => void
  readonly failed: () => void
}

/** The drawn map. Everything on it is also in lists: a canvas says nothing to a screen reader. */
export default function MapCanvas({ label, points, marks, towns, areas, open, failed }: Props) {
  const room = useRef<HTMLElement>(null)
  const [map, setMap] = useState<LibreMap>()
  const language = useLanguage()
  const latest = useRef({ open, failed, marks })
  latest.current = { open, failed, marks }

  useEffect(() => {
    if (room.current === null) return
    let made: LibreMap
    try {
      made = createMap(room.current, latest.current.marks?.well)
    } catch {
      latest.current.failed()
      return
    }
    made.once('load', () => {
      addMarkers(made, latest.current.marks?.looks ?? stateLooks)
      listen(made, opens => latest.current.open(opens))
      setMap(made)
    })
    return () => {
      setMap(undefined)
      made.remove()
    }
  }, [])

  useEffect(() => {
    if (map === undefined) return
    sourceOf(map, 'towns').setData(townFeatures(towns))
    sourceOf(map, 'gates').setData(gateFeatures(points.gates))
    sourceOf(map, 'points').setData(servicePointFeatures(points.servicePoints))
    const shown = marks?.features ?? shopFeatures(points.shops)
    sourceOf(map, 'shops').setData(shown)
    const box = boundsOf(
      shown.features
        // What lies far out at sea would make the county a spot.
        .filter(({ properties }) => properties['far'] !== 1)
        .map(
          ({
            geometry: {
              coordinates: [lng, lat],
            },
          }) => ({ lng, lat }),
        ),
    )
    if (box !== undefined) map.fitBounds(box, { padding: 40, animate: false, maxZoom: 14 })
    map.once('idle', () => room.current?.setAttribute('data-drawn', 'true'))
  }, [map, points, marks, towns])

  useEffect(() => {
    if (map !== undefined && areas !== undefined)
      sourceOf(map, 'areas').setData(areas as Parameters<GeoJSONSource['setData']>[0])
  }, [map, areas])

  return <section ref={room} className="map-canvas" aria-label={label} lang={language} />
}

function createMap(container: HTMLElement, well: string | null | undefined): LibreMap {
  const map = newMap(container, { tiles: readDocumentFacts(document).tiles, well })
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left')
  return map
}

function addMarkers(map: LibreMap, looks: Readonly<Record<string, StateLook>>): void {
  for (const [state, look] of Object.entries(looks)) {
    map.addImage(state, drawMarker(look.shape, token(look.colour)), { pixelRatio: 2 })
  }
  map.addImage('gate', drawMarker('gate', token('ink')), { pixelRatio: 2 })
  map.addImage('service', drawMarker('service', token('blue')), { pixelRatio: 2 })
}

function listen(map: LibreMap, open: (opens: string) => void): void {
  map.on('click', 'shops', event => {
    const opens: unknown = event.features?.[0]?.properties['opens']
    if (typeof opens === 'string') open(opens)
  })
  map.on('click', 'clusters', async event => {
    const cluster = event.features?.[0]
    const id: unknown = cluster?.properties['cluster_id']
    if (typeof id !== 'number') return
    const zoom = await sourceOf(map, 'shops').getClusterExpansionZoom(id)
    map.easeTo({ center: event.lngLat, zoom, duration: 150 })
  })
  for (const layer of ['shops', 'clusters']) {
    map.on('mouseenter', layer, () => {
      map.getCanvas().style.cursor = 'pointer'
    })
    map.on('mouseleave', layer, () => {
      map.getCanvas().style.cursor = ''
    })
  }
}
