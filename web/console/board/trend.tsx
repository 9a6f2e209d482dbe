import { useMemo } from 'react'
import type { FigureReport, FigureView } from '#contract/metrics'
import { formatValue } from '#contract/metrics'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Chart } from './chart.tsx'
import type { Palette } from './palette.ts'
import { texts } from './texts.ts'

interface Props {
  readonly figure: FigureView
  readonly report: FigureReport
  readonly palette: Palette
}

const valueIn = (values: FigureReport['values'], code: string) =>
  values.find(value => value.code === code)?.value ?? null

const axis = (palette: Palette) => ({
  axisLabel: { color: palette.ink, fontSize: 17 },
  axisLine: { lineStyle: { color: palette.quiet } },
  axisTick: { show: false },
})

/** 逐月: thirteen months of one figure; a month without data has no point. */
export function Trend({ figure, report, palette }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const option = useMemo(() => {
    const points = report.months.map(({ month, values }) => ({ month, value: valueIn(values, figure.code) }))
    const say = (value: number) => formatValue(value, figure.unit, language)
    return {
      grid: { left: 8, right: 24, top: 30, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        data: points.map(({ month }) => (month.endsWith('-01') ? month.slice(0, 4) : String(Number(month.slice(5))))),
        ...axis(palette),
      },
      yAxis: {
        type: 'value',
        splitNumber: 3,
        // Half a case is no mark of an axis.
        minInterval: ['cases', 'shops', 'times', 'pieces', 'terminals'].includes(figure.unit) ? 1 : 0,
        scale: figure.unit === 'share',
        ...axis(palette),
        axisLabel: { color: palette.ink, fontSize: 16, formatter: say },
        splitLine: { lineStyle: { color: palette.line } },
      },
      series: [
        {
          type: 'line',
          data: points.map(({ value }) => value),
          lineStyle: { color: palette.blue, width: 4 },
          itemStyle: { color: palette.blue },
          symbol: 'circle',
          symbolSize: 10,
          label: {
            show: true,
            color: palette.ink,
            backgroundColor: palette.surface,
            fontSize: 16,
            formatter: ({ dataIndex, value }: { dataIndex: number; value: number }) =>
              dataIndex === points.length - 1 ? say(value) : '',
          },
        },
      ],
    }
  }, [figure, report, palette, language])
  return (
    <Chart
      label={t('trend', { figure: pick(figure.name.zh, figure.name.en, language) })}
      option={option}
      palette={palette}
    />
  )
}

/** 镇街比较: the figure by town, the largest first; the same as a table for whoever does not see it. */
export function Towns({ figure, report, palette, choose }: Props & { readonly choose: (town: string) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const rows = useMemo(
    () =>
      report.towns
        .map(({ code, name, values }) => ({ code, name, value: valueIn(values, figure.code) }))
        .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)),
    [report, figure],
  )
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 90, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false, min: 0 },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name), ...axis(palette) },
      series: [
        {
          type: 'bar',
          data: rows.map(({ value }) => value),
          barCategoryGap: '35%',
          itemStyle: { color: palette.blue },
          label: {
            show: true,
            position: 'right',
            color: palette.ink,
            fontSize: 17,
            formatter: ({ value }: { value: number | undefined }) => formatValue(value ?? null, figure.unit, language),
          },
        },
      ],
    }),
    [rows, figure, palette, language],
  )
  const title = t('towns', { figure: pick(figure.name.zh, figure.name.en, language) })
  return (
    <>
      <Chart
        label={title}
        option={option}
        palette={palette}
        press={name => {
          const town = rows.find(row => row.name === name)
          if (town) choose(town.code)
        }}
      />
      <table className="visually-hidden">
        <caption>{title}</caption>
        <tbody>
          {rows.map(({ code, name, value }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>{formatValue(value, figure.unit, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
