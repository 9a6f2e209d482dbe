import { useQuery } from '@tanstack/react-query'
import { registerMap } from 'echarts/core'
import { useMemo } from 'react'
import type { BoardMap, FigureReport, FigureView } from '#contract/metrics'
import { formatValue } from '#contract/metrics'
import { routes as registry } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { formatCount } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { Chart } from './chart.tsx'
import type { Palette } from './palette.ts'
import { labelPlacer } from './place-label.ts'
import { texts } from './texts.ts'

interface Props {
  readonly figure: FigureView
  readonly towns: FigureReport['towns']
  readonly places: BoardMap | undefined
  readonly palette: Palette
  readonly choose: (town: string) => void
}

/** 地图: the figure by town in shades, where one can go and where not, and the alerts that wait. Shape says what colour says. */
export function CountyMap({ figure, towns, places, palette, choose }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const areas = useQuery({
    queryKey: ['mapAreas'],
    queryFn: ({ signal }) => call(registry.mapAreas, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  const known = useMemo(() => {
    if (areas === undefined) return false
    registerMap('county', areas as unknown as Parameters<typeof registerMap>[1])
    return true
  }, [areas])
  const centres = useMemo(
    () => (areas?.features ?? []).map(({ properties: { name, lng, lat } }) => ({ name, lng, lat })),
    [areas],
  )
  const option = useMemo(() => {
    const values = new Map(
      towns.map(({ name, values }) => [name, values.find(({ code }) => code === figure.code)?.value ?? null]),
    )
    const numbers = [...values.values()].filter(value => value !== null)
    const dots = (working: boolean) =>
      (places?.points ?? [])
        .filter(point => point.working === working)
        .map(({ name, lng, lat }) => ({ name, value: [lng, lat] }))
    return {
      tooltip: { show: false },
      geo: { map: 'county', silent: true, itemStyle: { opacity: 0 }, layoutCenter: ['50%', '50%'], layoutSize: '98%' },
      visualMap: {
        show: false,
        seriesIndex: 0,
        // Shares differ by little: from their least on; numbers from nought.
        min: figure.unit === 'share' ? Math.min(1, ...numbers) : 0,
        max: Math.max(1e-9, ...numbers),
        inRange: { color: [palette.surface, palette.bluePale] },
      },
      series: [
        {
          type: 'map',
          map: 'county',
          layoutCenter: ['50%', '50%'],
          layoutSize: '98%',
          selectedMode: false,
          data: [...values].map(([name, value]) => ({ name, value: value ?? Number.NaN })),
          itemStyle: { borderColor: palette.quiet, borderWidth: 1, areaColor: palette.surface },
          emphasis: { disabled: true },
          label: { show: false },
        },
        {
          ...{ type: 'scatter', coordinateSystem: 'geo', symbol: 'circle', symbolSize: 7, silent: true },
          // Hollow in the dark too: the library fills its own empty circle with white.
          itemStyle: { color: 'transparent', borderColor: palette.quiet, borderWidth: 1.5 },
          data: dots(false),
        },
        {
          ...{ type: 'scatter', coordinateSystem: 'geo', symbol: 'triangle', symbolSize: 9, silent: true },
          itemStyle: { color: palette.red },
          data: (places?.alerts ?? []).map(({ name, lng, lat }) => ({ name, value: [lng, lat] })),
        },
        {
          ...{ type: 'scatter', coordinateSystem: 'geo', symbol: 'circle', symbolSize: 15, silent: true },
          itemStyle: { color: palette.green, borderColor: palette.surface, borderWidth: 2 },
          data: dots(true),
        },
        // Names above everything, so that no mark hides a number.
        {
          ...{ type: 'scatter', coordinateSystem: 'geo', symbolSize: 1, silent: true, z: 10 },
          itemStyle: { color: 'transparent' },
          data: places === undefined ? [] : centres.map(({ name, lng, lat }) => ({ name, value: [lng, lat] })),
          label: {
            show: true,
            position: 'top',
            distance: 9,
            color: palette.ink,
            fontSize: 18,
            fontWeight: 600,
            lineHeight: 23,
            formatter: ({ name }: { name: string }) =>
              `${name}\n${formatValue(values.get(name) ?? null, figure.unit, language)}`,
            textBorderColor: palette.surface,
            textBorderWidth: 5,
          },
          labelLayout: labelPlacer(),
        },
      ],
    }
  }, [towns, figure, places, centres, palette, language])
  const working = places?.points.filter(point => point.working).length ?? 0
  return (
    <>
      {known && (
        <Chart
          label={t('map.label')}
          option={option}
          palette={palette}
          press={name => {
            const town = towns.find(one => one.name === name)
            if (town) choose(town.code)
          }}
        />
      )}
      <ul className="board-legend">
        <li>
          <span className="board-green" aria-hidden="true">
            ●
          </span>{' '}
          {t('map.working', { count: formatCount(working) })}
        </li>
        <li>
          <span aria-hidden="true">○</span>{' '}
          {t('map.silent', { count: formatCount((places?.points.length ?? 0) - working) })}
        </li>
        <li>
          <span className="board-red" aria-hidden="true">
            ▲
          </span>{' '}
          {t('map.alerts', { count: formatCount(places?.alerts.length ?? 0) })}
        </li>
        <li className="quiet">{t('map.approximate')}</li>
      </ul>
    </>
  )
}
