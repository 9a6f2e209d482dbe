import { type GeoJSONSource, Map as LibreMap, type MapOptions, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { mapStyle } from './map-style.ts'

// Vite moves the worker; without its address MapLibre says "Worker failed to load".
setWorkerUrl(workerUrl)

/** A colour or font of tokens.css as the page has it now. */
export const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()

interface Given extends Omit<MapOptions, 'container' | 'style'> {
  /** The bureau's own tiles beneath; undefined = the offline map only. */
  readonly tiles: string | undefined
  /** The state that is no trouble, for clusters of shops. */
  readonly well?: string | null | undefined
}

/** Every map of the house: our own style, still, north up, over the county until told otherwise. Throws where the browser draws none. */
export const newMap = (container: HTMLElement, { tiles, well, ...options }: Given): LibreMap =>
  new LibreMap({
    center: [112.31, 22.18],
    zoom: 9,
    ...options,
    container,
    style: mapStyle(token, tiles, well),
    fadeDuration: 0,
    attributionControl: false,
    localIdeographFontFamily: token('sans'),
    dragRotate: false,
  })

export const sourceOf = (map: LibreMap, name: string): GeoJSONSource => map.getSource(name) as GeoJSONSource
