import { type GeoJSONSource, Map as LibreMap, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useEffect, useRef, useState } from 'react'
import type { AreaView, MapAreas } from '#contract/registry'
import { useLanguage } from '../../shared/language.ts'
import { readDocumentFacts } from '../app/document-facts.ts'
import { boundsOf, gateFeatures, type MapPoints, servicePointFeatures, shopFeatures, townFeatures } from './features.ts'
import { drawMarker } from './markers.ts'
import { stateLooks } from './state-looks.ts'
import { mapStyle } from './style.ts'

// Vite moves the worker; without its address MapLibre says "Worker failed to load".
setWorkerUrl(workerUrl)

interface Props {
  readonly label: string
  readonly points: MapPoints
  readonly towns: readonly AreaView[]
  /** Where each town roughly lies; undefined until it is known, the map works without. */
  readonly areas: MapAreas | undefined
  readonly open: (licenceNo: string) => void
  readonly failed: () => void
}

/** The drawn map. Everything on it is also in lists: a canvas says nothing to a screen reader. */
export default function MapCanvas({ label, points, towns, areas, open, failed }: Props) {
  const room = useRef<HTMLElement>(null)
  const [map, setMap] = useState<LibreMap>()
  const language = useLanguage()
  const latest = useRef({ open, failed })
  latest.current = { open, failed }

  useEffect(() => {
    if (room.current === null) return
    let made: LibreMap
    try {
      made = createMap(room.current)
    } catch {
      latest.current.failed()
      return
    }
    made.once('load', () => {
      addMarkers(made)
      listen(made, licenceNo => latest.current.open(licenceNo))
      setMap(made)
    })
    return () => {
      setMap(undefined)
      made.remove()
    }
  }, [])

  useEffect(() => {
    if (map === undefined) return
    source(map, 'towns').setData(townFeatures(towns))
    source(map, 'gates').setData(gateFeatures(points.gates))
    source(map, 'points').setData(servicePointFeatures(points.servicePoints))
    source(map, 'shops').setData(shopFeatures(points.shops))
    const box = boundsOf(points.shops)
    if (box !== undefined) map.fitBounds(box, { padding: 40, animate: false, maxZoom: 14 })
    map.once('idle', () => room.current?.setAttribute('data-drawn', 'true'))
  }, [map, points, towns])

  useEffect(() => {
    if (map !== undefined && areas !== undefined)
      source(map, 'areas').setData(areas as Parameters<GeoJSONSource['setData']>[0])
  }, [map, areas])

  return <section ref={room} className="map-canvas" aria-label={label} lang={language} />
}

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

const source = (map: LibreMap, name: string): GeoJSONSource => map.getSource(name) as GeoJSONSource

function createMap(container: HTMLElement): LibreMap {
  const map = new LibreMap({
    container,
    style: mapStyle(token, readDocumentFacts(document).tiles),
    center: [112.31, 22.18],
    zoom: 9,
    fadeDuration: 0,
    attributionControl: false,
    localIdeographFontFamily: token('sans'),
    dragRotate: false,
  })
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left')
  return map
}

function addMarkers(map: LibreMap): void {
  for (const [state, look] of Object.entries(stateLooks)) {
    map.addImage(state, drawMarker(look.shape, token(look.colour)), { pixelRatio: 2 })
  }
  map.addImage('gate', drawMarker('gate', token('ink')), { pixelRatio: 2 })
  map.addImage('service', drawMarker('service', token('blue')), { pixelRatio: 2 })
}

function listen(map: LibreMap, open: (licenceNo: string) => void): void {
  map.on('click', 'shops', event => {
    const licenceNo: unknown = event.features?.[0]?.properties['licenceNo']
    if (typeof licenceNo === 'string') open(licenceNo)
  })
  map.on('click', 'clusters', async event => {
    const cluster = event.features?.[0]
    const id: unknown = cluster?.properties['cluster_id']
    if (typeof id !== 'number') return
    const zoom = await source(map, 'shops').getClusterExpansionZoom(id)
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
