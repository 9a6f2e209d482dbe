import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { GraphNode } from '#contract/intelligence'
import { routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { useTowns } from '../app/use-towns.ts'
import { collection } from '../map/features.ts'
import '../map/map.css'
import MapCanvas from '../map/map-canvas.tsx'
import type { StateLook } from '../map/state-looks.ts'
import { texts } from './texts.ts'

const looks: Readonly<Record<'matter' | 'other', StateLook>> = {
  matter: { colour: 'amber', shape: 'square', sign: '■' },
  other: { colour: 'green', shape: 'circle', sign: '●' },
}
const nothing = { shops: [], gates: [], servicePoints: [] }

/** 地图: what of the drawing has a place. */
export default function PlaceMap({ nodes, choose }: { nodes: readonly GraphNode[]; choose: (id: number) => void }) {
  const t = texts.useTexts()
  const towns = useTowns()
  const [failed, setFailed] = useState(false)
  const areas = useQuery({
    queryKey: ['mapAreas'],
    queryFn: ({ signal }) => call(registry.mapAreas, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const placed = useMemo(
    () => nodes.flatMap(node => (node.position === null ? [] : [{ ...node, ...node.position }])),
    [nodes],
  )
  const marks = useMemo(
    () => ({
      features: collection(placed, ({ id, label, matter }) => ({
        opens: String(id),
        name: label,
        state: matter === null ? 'other' : 'matter',
      })),
      looks,
      well: 'other',
    }),
    [placed],
  )
  const open = useCallback((id: string) => choose(Number(id)), [choose])
  const fail = useCallback(() => setFailed(true), [])
  if (placed.length === 0) return <p>{t('map.none')}</p>
  if (failed) return <Alert type="warning" showIcon title={t('map.failed')} />
  return (
    <div className="graph-map">
      <MapCanvas
        label={t('map')}
        points={nothing}
        marks={marks}
        towns={towns}
        areas={areas.data}
        open={open}
        failed={fail}
      />
    </div>
  )
}
