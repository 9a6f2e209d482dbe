import { type GeoJSONSource, Marker } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { newMap, sourceOf } from '../../../shared/new-map.ts'
import type { InspectionDay } from '../bundle.ts'
import { shopTexts } from '../shop-texts.ts'

interface Props {
  readonly day: InspectionDay
  readonly failed: () => void
  readonly open: (taskId: string) => void
}

/** 离线地图: the towns' cells of the morning and the day's shops by their number in the list; no tile is fetched. */
export default function DayMap({ day, failed, open }: Props) {
  const t = shopTexts.useTexts()
  const room = useRef<HTMLElement>(null)
  const last = useRef({ failed, open })
  last.current = { failed, open }
  useEffect(() => {
    if (room.current === null) return
    try {
      return drawMap(room.current, day, taskId => last.current.open(taskId))
    } catch {
      last.current.failed()
      return
    }
  }, [day])
  return <section ref={room} className="day-map" aria-label={t('day.mapLabel')} />
}

function drawMap(room: HTMLElement, day: InspectionDay, open: (taskId: string) => void): () => void {
  const map = newMap(room, { tiles: undefined })
  const places: [number, number][] = []
  for (const [index, { task, face }] of day.tasks.entries()) {
    if (face.position === null) continue
    const at: [number, number] = [face.position.lng, face.position.lat]
    places.push(at)
    new Marker({ element: numberButton(index + 1, face.shopName, () => open(task.id)) }).setLngLat(at).addTo(map)
  }
  map.once('load', () => {
    if (day.areas !== null) {
      sourceOf(map, 'areas').setData(day.areas as Parameters<GeoJSONSource['setData']>[0])
      sourceOf(map, 'towns').setData(townPoints(day.areas))
    }
    const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)]
    if (places.length > 0)
      map.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], {
        padding: 60,
        animate: false,
        // So far out that the names of the towns tell where it is.
        maxZoom: 10.5,
      })
    map.once('idle', () => room.setAttribute('data-drawn', 'true'))
  })
  return () => map.remove()
}

function numberButton(n: number, name: string, press: () => void): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'map-stop'
  button.textContent = String(n)
  button.setAttribute('aria-label', `${n} ${name}`)
  button.addEventListener('click', press)
  return button
}

const townPoints = (areas: NonNullable<InspectionDay['areas']>): Parameters<GeoJSONSource['setData']>[0] => ({
  type: 'FeatureCollection',
  features: areas.features.map(({ properties: { name, lng, lat } }) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Point', coordinates: [lng, lat] },
  })),
})
