import { Link } from '@tanstack/react-router'
import type { FigureValue, FigureView } from '#contract/metrics'
import { formatValue } from '#contract/metrics'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import type { FigureFilters } from './filters.ts'

interface Row {
  readonly key: string
  readonly name: string
  readonly values: readonly FigureValue[]
  /** What a click on a number of this row asks for. */
  readonly filters: FigureFilters
}

/** The same figures for towns or months, side by side. */
export function GroupTable({
  head,
  figures,
  rows,
}: {
  head: string
  figures: readonly FigureView[]
  rows: readonly Row[]
}) {
  const language = useLanguage()
  return (
    <div className="table-room">
      <table className="data-table figure-table">
        <caption className="visually-hidden">{head}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {figures.map(({ code, name }) => (
              <th key={code} scope="col">
                {pick(name.zh, name.en, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {figures.map(({ code, unit, empty }, index) => (
                <td key={code} className="narrow">
                  <Link to="/figures/$code" params={{ code }} search={row.filters}>
                    {formatValue(row.values[index]?.value ?? null, unit, language, empty)}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
