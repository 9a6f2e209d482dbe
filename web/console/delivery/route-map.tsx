import { useQuery } from '@tanstack/react-query'
import { type GeoJSONSource, type Map as LibreMap, Marker } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import type { RoundPlan } from '#contract/delivery'
import { routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { newMap, sourceOf, token } from '../../shared/new-map.ts'
import { readDocumentFacts } from '../app/document-facts.ts'

/** The round drawn: depot, numbered doors, straight legs. The same order stands in the list beside it. */
export default function RouteMap({ plan, label, failed }: { plan: RoundPlan; label: string; failed: () => void }) {
  const room = useRef<HTMLElement>(null)
  const [map, setMap] = useState<LibreMap>()
  const areas = useQuery({
    queryKey: ['mapAreas'],
    queryFn: ({ signal }) => call(registry.mapAreas, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

  useEffect(() => {
    if (room.current === null) return
    try {
      const made = newMap(room.current, { tiles: readDocumentFacts(document).tiles, zoom: 10 })
      made.once('load', () => {
        made.addSource('route', { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
        made.addLayer({
          id: 'route',
          type: 'line',
          source: 'route',
          paint: { 'line-color': token('blue'), 'line-width': 3, 'line-dasharray': [2, 1] },
        })
        setMap(made)
      })
      return () => {
        setMap(undefined)
        made.remove()
      }
    } catch {
      failed()
      return
    }
  }, [failed])

  useEffect(() => {
    if (map === undefined) return
    const places = plan.stops.map((stop): [number, number] => [stop.position.lng, stop.position.lat])
    const depot: [number, number] = [plan.depot.lng, plan.depot.lat]
    const line = [depot, ...places, depot]
    const source = map.getSource('route') as GeoJSONSource
    source.setData({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: line } })
    const markers = plan.stops.map((stop, index) =>
      marker(map, String(stop.seq), stop.late ? 'route-late' : 'route-stop', places[index] ?? depot),
    )
    markers.push(marker(map, '■', 'route-depot', depot))
    const [lngs, lats] = [line.map(([lng]) => lng), line.map(([, lat]) => lat)]
    map.fitBounds([Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)], {
      padding: 48,
      animate: false,
      maxZoom: 15,
    })
    map.once('idle', () => room.current?.setAttribute('data-drawn', 'true'))
    return () => {
      for (const one of markers) one.remove()
    }
  }, [map, plan])

  useEffect(() => {
    if (map !== undefined && areas.data !== undefined)
      sourceOf(map, 'areas').setData(areas.data as Parameters<GeoJSONSource['setData']>[0])
  }, [map, areas.data])

  return <section ref={room} className="route-map" aria-label={label} />
}

function marker(map: LibreMap, text: string, look: string, at: [number, number]): Marker {
  const element = document.createElement('span')
  element.className = `route-marker ${look}`
  element.textContent = text
  return new Marker({ element }).setLngLat(at).addTo(map)
}
