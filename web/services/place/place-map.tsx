import { type GeoJSONSource, type Map as LibreMap, Marker, NavigationControl } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import type { MapAreas } from '#contract/registry'
import { newMap, sourceOf, token } from '../../shared/new-map.ts'
import { placeTexts } from './texts.ts'
import type { KnownPlace } from './use-places.ts'

interface Point {
  readonly lng: number
  readonly lat: number
}

interface Props {
  readonly pin: Point | undefined
  /** Where to look while there is no pin. */
  readonly centre: Point | undefined
  readonly areas: MapAreas | undefined
  readonly places: readonly KnownPlace[]
  readonly onMove: (point: Point) => void
  readonly failed: () => void
}

/** 放图钉: one tap sets it, a finger drags it; what it shows stands in words and buttons beside it. */
export default function PlaceMap({ pin, centre, areas, places, onMove, failed }: Props) {
  const t = placeTexts.useTexts()
  const room = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LibreMap>()
  const latest = useRef({ onMove, failed, t, start: pin ?? centre })
  latest.current = { ...latest.current, onMove, failed, t }

  useEffect(() => {
    const { t: words, start, failed: fail } = latest.current
    if (room.current === null) return
    let made: LibreMap
    try {
      made = createMap(room.current, start, words)
    } catch {
      fail()
      return
    }
    made.on('click', ({ lngLat }) => latest.current.onMove(pointOf(lngLat)))
    made.once('load', () => setMap(made))
    return () => {
      setMap(undefined)
      made.remove()
    }
  }, [])

  useEffect(() => {
    if (map === undefined || areas === undefined) return
    sourceOf(map, 'areas').setData(areas as Parameters<GeoJSONSource['setData']>[0])
    sourceOf(map, 'towns').setData(pointsOf(areas.features.map(({ properties }) => properties)))
  }, [map, areas])

  useEffect(() => {
    if (map === undefined) return
    if (!map.hasImage('service')) map.addImage('service', dot(token('blue')), { pixelRatio: 2 })
    sourceOf(map, 'points').setData(pointsOf(places))
    map.once('idle', () => room.current?.setAttribute('data-drawn', 'true'))
  }, [map, places])

  const [lng, lat] = [pin?.lng, pin?.lat]
  useEffect(() => {
    if (map === undefined || lng === undefined || lat === undefined) return
    const marker = new Marker({ color: token('red'), draggable: true }).setLngLat([lng, lat]).addTo(map)
    marker.getElement().setAttribute('aria-label', latest.current.t('pin'))
    marker.on('dragend', () => latest.current.onMove(pointOf(marker.getLngLat())))
    if (!map.getBounds().contains([lng, lat])) map.jumpTo({ center: [lng, lat], zoom: Math.max(map.getZoom(), 15) })
    return () => void marker.remove()
  }, [map, lng, lat])

  const [toLng, toLat] = [centre?.lng, centre?.lat]
  useEffect(() => {
    if (map !== undefined && lng === undefined && toLng !== undefined && toLat !== undefined)
      map.jumpTo({ center: [toLng, toLat], zoom: 14 })
  }, [map, lng, toLng, toLat])

  // The canvas inside has the name.
  return <div ref={room} className="place-map" />
}

const pointOf = ({ lng, lat }: Point): Point => ({ lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) })
function createMap(
  container: HTMLElement,
  start: Point | undefined,
  t: ReturnType<typeof placeTexts.useTexts>,
): LibreMap {
  const map = newMap(container, {
    tiles: document.documentElement.dataset['tiles'] || undefined,
    center: start === undefined ? [112.31, 22.18] : [start.lng, start.lat],
    zoom: start === undefined ? 9 : 14,
    // One finger scrolls the page, as everywhere; two move the map.
    cooperativeGestures: true,
    locale: {
      'Map.Title': t('map'),
      'CooperativeGesturesHandler.WindowsHelpText': t('mapCtrl'),
      'CooperativeGesturesHandler.MacHelpText': t('mapCtrl'),
      'CooperativeGesturesHandler.MobileHelpText': t('mapTwo'),
      'NavigationControl.ZoomIn': t('zoomIn'),
      'NavigationControl.ZoomOut': t('zoomOut'),
    },
  })
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  return map
}

const pointsOf = (places: readonly (Point & { readonly name: string })[]): Parameters<GeoJSONSource['setData']>[0] => ({
  type: 'FeatureCollection',
  features: places.map(({ name, lng, lat }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Point', coordinates: [lng, lat] },
  })),
})

function dot(colour: string): ImageData {
  const size = 24
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser draws nothing')
  pen.fillStyle = colour
  pen.beginPath()
  pen.arc(size / 2, size / 2, size / 3, 0, 2 * Math.PI)
  pen.fill()
  return pen.getImageData(0, 0, size, size)
}
