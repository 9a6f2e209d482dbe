import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'

/** Colours by their name in tokens.css. */
export type Token = (name: string) => string

const empty = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } as const

const label = (id: string, source: string, minzoom: number, token: Token): LayerSpecification => ({
  id,
  type: 'symbol',
  source,
  minzoom,
  layout: {
    'text-field': ['get', 'name'],
    'text-size': 12,
    'text-offset': [0, 1.2],
    'text-anchor': 'top',
    'text-optional': true,
  },
  paint: { 'text-color': token('ink-quiet'), 'text-halo-color': token('paper'), 'text-halo-width': 2 },
})

/**
 * The map's own style (离线底图): no glyph server (Chinese is drawn from the fonts of the machine), no sprite, no network.
 * With a tile address the bureau's own map service lies beneath.
 */
export function mapStyle(token: Token, tiles: string | undefined, well: string | null = 'valid'): StyleSpecification {
  return {
    version: 8,
    sources: {
      areas: empty,
      towns: empty,
      gates: empty,
      points: empty,
      shops: {
        ...empty,
        cluster: true,
        clusterRadius: 44,
        clusterMaxZoom: 14,
        // How many of a cluster are not well: the question of the page must be answered before zooming in.
        clusterProperties: { trouble: ['+', well === null ? 0 : ['case', ['==', ['get', 'state'], well], 0, 1]] },
      },
      ...(tiles === undefined ? {} : { ground: { type: 'raster', tiles: [tiles], tileSize: 256 } }),
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': token('paper') } },
      ...(tiles === undefined ? [] : [{ id: 'ground', type: 'raster', source: 'ground' } as const]),
      {
        id: 'areas',
        type: 'line',
        source: 'areas',
        paint: { 'line-color': token('line-strong'), 'line-width': 1, 'line-dasharray': [3, 2], 'line-opacity': 0.6 },
      },
      {
        id: 'town-names',
        type: 'symbol',
        source: 'towns',
        layout: {
          'text-field': ['get', 'name'],
          'text-size': 16,
          'text-allow-overlap': true,
          'text-offset': [0, -2.2],
        },
        paint: { 'text-color': token('ink-quiet'), 'text-halo-color': token('paper'), 'text-halo-width': 2 },
      },
      {
        id: 'gates',
        type: 'symbol',
        source: 'gates',
        minzoom: 10,
        layout: { 'icon-image': 'gate', 'icon-allow-overlap': true },
      },
      label('gate-names', 'gates', 13.5, token),
      {
        id: 'points',
        type: 'symbol',
        source: 'points',
        layout: { 'icon-image': 'service', 'icon-allow-overlap': true },
        // A proposed place (选址) is the answer of its page and seen from far; points of the register would crowd the county.
        paint: { 'icon-opacity': ['step', ['zoom'], ['case', ['==', ['get', 'kind'], 'next'], 1, 0], 10, 1] },
      },
      label('point-names', 'points', 13.5, token),
      ...shopLayers(token),
    ],
  }
}

function shopLayers(token: Token): LayerSpecification[] {
  return [
    {
      id: 'clusters',
      type: 'circle',
      source: 'shops',
      filter: ['has', 'point_count'],
      paint: {
        'circle-color': token('blue'),
        'circle-radius': ['step', ['get', 'point_count'], 13, 20, 16, 100, 21],
        'circle-stroke-color': token('surface'),
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'cluster-counts',
      type: 'symbol',
      source: 'shops',
      filter: ['has', 'point_count'],
      layout: { 'text-field': ['to-string', ['get', 'point_count']], 'text-size': 12, 'text-allow-overlap': true },
      paint: { 'text-color': token('surface') },
    },
    {
      id: 'cluster-trouble',
      type: 'symbol',
      source: 'shops',
      filter: ['all', ['has', 'point_count'], ['>', ['get', 'trouble'], 0]],
      layout: {
        'text-field': ['concat', '▲', ['to-string', ['get', 'trouble']]],
        'text-size': 13,
        'text-offset': [0, 1.7],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': token('red'), 'text-halo-color': token('paper'), 'text-halo-width': 2 },
    },
    {
      id: 'shops',
      type: 'symbol',
      source: 'shops',
      filter: ['!', ['has', 'point_count']],
      layout: { 'icon-image': ['get', 'state'], 'icon-allow-overlap': true },
    },
    { ...label('shop-names', 'shops', 14.5, token), filter: ['!', ['has', 'point_count']] } as LayerSpecification,
  ]
}
