import { type Map as LibreMap, LngLatBounds, Marker, NavigationControl } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import type { Position } from '#kernel/position'
import { newMap, token } from '../../shared/new-map.ts'
import type { Point } from './near.ts'
import { texts } from './texts.ts'

interface Props {
  /** Those of the list, in its order. */
  readonly points: readonly Point[]
  readonly from: Position | undefined
  readonly onPlace: (place: Position) => void
  readonly failed: () => void
}

/** The list drawn: the same numbers where the points are, a pin from where the way is measured. A tap moves it. */
export default function PointsMap({ points, from, onPlace, failed }: Props) {
  const t = texts.useTexts()
  const room = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<LibreMap>()
  const latest = useRef({ onPlace, failed, t })
  latest.current = { onPlace, failed, t }

  useEffect(() => {
    if (room.current === null) return
    const { failed: fail, t: words } = latest.current
    let made: LibreMap
    try {
      made = newMap(room.current, {
        tiles: document.documentElement.dataset['tiles'] || undefined,
        // One finger scrolls the page, as everywhere; two move the map.
        cooperativeGestures: true,
        locale: { 'Map.Title': words('map.title') },
      })
    } catch {
      return fail()
    }
    made.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    made.on('click', ({ lngLat: { lng, lat } }) => latest.current.onPlace({ lng, lat }))
    made.once('load', () => setMap(made))
    return () => {
      setMap(undefined)
      made.remove()
    }
  }, [])

  useEffect(() => {
    if (map === undefined) return
    const markers = points.map((point, index) =>
      new Marker({ element: numbered(index + 1) }).setLngLat([point.lng, point.lat]).addTo(map),
    )
    if (from !== undefined) {
      const pin = new Marker({ color: token('red') }).setLngLat([from.lng, from.lat]).addTo(map)
      pin.getElement().setAttribute('aria-label', latest.current.t('map.you'))
      markers.push(pin)
    }
    const bounds = markers.reduce((all, marker) => all.extend(marker.getLngLat()), new LngLatBounds())
    if (!bounds.isEmpty()) map.fitBounds(bounds, { padding: 48, maxZoom: 14, animate: false })
    room.current?.setAttribute('data-drawn', 'true')
    return () => {
      for (const marker of markers) marker.remove()
    }
  }, [map, points, from])

  return <div ref={room} className="points-map" />
}

/** What it says stands in the list too. */
function numbered(count: number): HTMLElement {
  const mark = document.createElement('div')
  mark.className = 'points-mark'
  mark.textContent = String(count)
  mark.setAttribute('aria-hidden', 'true')
  return mark
}
