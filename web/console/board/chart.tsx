import { BarChart, EffectScatterChart, LineChart, MapChart, ScatterChart } from 'echarts/charts'
import { GeoComponent, GridComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef, useState } from 'react'
import type { Palette } from './palette.ts'

use([
  BarChart,
  LineChart,
  MapChart,
  ScatterChart,
  EffectScatterChart,
  GeoComponent,
  GridComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  CanvasRenderer,
])

interface Props {
  /** What the picture says, as a sentence: a canvas says nothing to a screen reader. */
  readonly label: string
  readonly option: EChartsCoreOption
  readonly palette: Palette
  /** The name of the thing that was pressed. */
  readonly press?: (name: string) => void
}

/** A drawn chart that fills its room. Colours come from the tokens, words from the caller. */
export function Chart({ label, option, palette, press }: Props) {
  const room = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<ECharts>()
  const pressed = useRef(press)
  pressed.current = press
  useEffect(() => {
    if (room.current === null) return
    const made = init(room.current)
    made.on('click', ({ name }) => pressed.current?.(name))
    const observer = new ResizeObserver(() => made.resize())
    observer.observe(room.current)
    setChart(made)
    return () => {
      observer.disconnect()
      made.dispose()
      setChart(undefined)
    }
  }, [])
  useEffect(() => {
    chart?.setOption(
      { animation: false, textStyle: { fontFamily: palette.font, color: palette.ink }, ...option },
      { notMerge: true },
    )
  }, [chart, option, palette])
  return <div ref={room} className="board-chart" role="img" aria-label={label} />
}
