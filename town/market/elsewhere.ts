import type { Position } from '#kernel/position'

/** Cities to which goods leak and parcels go: code, name, roughly where; weight by how often. */
export const elsewhere: readonly (Position & {
  readonly code: string
  readonly name: string
  readonly weight: number
})[] = [
  { code: '440703', name: '江门蓬江', lng: 113.08, lat: 22.6, weight: 5 },
  { code: '440783', name: '开平', lng: 112.7, lat: 22.38, weight: 5 },
  { code: '440781', name: '台山', lng: 112.79, lat: 22.25, weight: 4 },
  { code: '441702', name: '阳江江城', lng: 111.96, lat: 21.86, weight: 4 },
  { code: '441781', name: '阳春', lng: 111.79, lat: 22.17, weight: 2 },
  { code: '440604', name: '佛山禅城', lng: 113.12, lat: 23.01, weight: 4 },
  { code: '440106', name: '广州天河', lng: 113.36, lat: 23.12, weight: 6 },
  { code: '441900', name: '东莞', lng: 113.75, lat: 23.02, weight: 5 },
  { code: '440306', name: '深圳宝安', lng: 113.88, lat: 22.55, weight: 5 },
  { code: '445302', name: '云浮云城', lng: 112.04, lat: 22.92, weight: 2 },
  { code: '350203', name: '厦门思明', lng: 118.08, lat: 24.44, weight: 1 },
  { code: '330782', name: '义乌', lng: 120.07, lat: 29.31, weight: 3 },
]
