import { Alert } from 'antd'
import { type GeoJSONSource, type Map as LibreMap, NavigationControl } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import type { Point } from '#contract/partners'
import { useLanguage } from '../../shared/language.ts'
import { readDocumentFacts } from '../app/document-facts.ts'
import { useTowns } from '../app/use-towns.ts'
import { townFeatures } from '../map/features.ts'
import '../map/map.css'
import { newMap, sourceOf, token } from '../../shared/new-map.ts'
import { texts } from './action-texts.ts'

interface Spot {
  readonly id: string
  readonly name: string
  readonly position: Point
}

interface Props {
  readonly label: string
  readonly area: readonly Point[]
  readonly spots?: readonly Spot[]
  /** A click sets a corner; without it the map is for looking. */
  readonly add?: (corner: Point) => void
}

const none: readonly Spot[] = []

/** 区域 and who is where in it. The list beside it says the same in words. */
export default function AreaMap({ label, area, spots = none, add }: Props) {
  const t = texts.useTexts()
  const room = useRef<HTMLElement>(null)
  const [map, setMap] = useState<LibreMap>()
  const [failed, setFailed] = useState(false)
  const latest = useRef(add)
  latest.current = add
  const towns = useTowns()
  const language = useLanguage()
  useEffect(() => {
    if (room.current === null) return
    let made: LibreMap
    try {
      made = createMap(room.current)
    } catch {
      setFailed(true)
      return
    }
    made.on('click', event => latest.current?.([event.lngLat.lng, event.lngLat.lat]))
    made.once('load', () => {
      addLayers(made)
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
  }, [map, towns])
  useEffect(() => {
    if (map === undefined) return
    sourceOf(map, 'action-area').setData(areaFeature(area))
    sourceOf(map, 'action-spots').setData(spotFeatures(area, spots))
    map.once('idle', () => room.current?.setAttribute('data-drawn', 'true'))
  }, [map, area, spots])
  // Where an area is drawn, its author keeps his own view after the first look; a map for looking follows the area.
  const fitted = useRef(false)
  useEffect(() => {
    if (map === undefined) return
    const first = !fitted.current
    fitted.current = true
    if (area.length < 3 || (!first && latest.current !== undefined)) return
    const [lngs, lats] = [area.map(([lng]) => lng), area.map(([, lat]) => lat)]
    map.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], {
      padding: 50,
      animate: false,
    })
  }, [map, area])
  if (failed) return <Alert type="warning" showIcon title={t('map.failed')} />
  return <section ref={room} className="map-canvas" aria-label={label} lang={language} />
}

type Data = Exclude<Parameters<GeoJSONSource['setData']>[0], string>

function createMap(container: HTMLElement): LibreMap {
  const map = newMap(container, { tiles: readDocumentFacts(document).tiles, zoom: 10 })
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left')
  return map
}

function addLayers(map: LibreMap): void {
  map.addSource('action-area', { type: 'geojson', data: areaFeature([]) })
  map.addSource('action-spots', { type: 'geojson', data: areaFeature([]) })
  map.addLayer({
    ...{ id: 'action-fill', type: 'fill', source: 'action-area', filter: ['==', ['geometry-type'], 'Polygon'] },
    paint: { 'fill-color': token('blue'), 'fill-opacity': 0.12 },
  })
  map.addLayer({
    ...{ id: 'action-line', type: 'line', source: 'action-area' },
    paint: { 'line-color': token('blue'), 'line-width': 2 },
  })
  map.addLayer({
    ...{ id: 'action-dots', type: 'circle', source: 'action-spots' },
    paint: {
      'circle-radius': ['case', ['==', ['get', 'name'], ''], 4, 7],
      'circle-color': ['case', ['==', ['get', 'name'], ''], token('blue'), token('green')],
      'circle-stroke-color': '#fff',
      'circle-stroke-width': 2,
    },
  })
  map.addLayer({
    ...{ id: 'action-names', type: 'symbol', source: 'action-spots' },
    layout: { 'text-field': ['get', 'name'], 'text-size': 13, 'text-offset': [0, 1.1], 'text-anchor': 'top' },
    paint: { 'text-color': token('ink'), 'text-halo-color': '#fff', 'text-halo-width': 2 },
  })
}

function areaFeature(area: readonly Point[]): Data {
  const ring = [...area, ...area.slice(0, 1)].map(([lng, lat]) => [lng, lat])
  const geometry =
    area.length > 2
      ? { type: 'Polygon' as const, coordinates: [ring] }
      : { type: 'LineString' as const, coordinates: ring.length > 1 ? ring : [] }
  return { type: 'Feature', properties: {}, geometry }
}

function spotFeatures(area: readonly Point[], spots: readonly Spot[]): Data {
  const points = [...area.map(position => ({ name: '', position })), ...spots]
  return {
    type: 'FeatureCollection',
    features: points.map(({ name, position: [lng, lat] }) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  }
}
