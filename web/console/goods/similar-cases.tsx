import type { Weighing } from '#contract/cases'
import { formatFen } from '../../shared/format.ts'
import { sanctionTexts } from './sanction-texts.ts'

/** 类案: closed cases of the same violation, nearest first, and what they were fined. */
export function SimilarCases({ weighing: { similar, spread } }: { weighing: Weighing }) {
  const t = sanctionTexts.useTexts()
  return (
    <>
      <h3>{t('similar')}</h3>
      {spread === null ? <p className="quiet">{t('similar.none')}</p> : <p>{t('similar.spread', spread)}</p>}
      {similar.length === 0 ? null : (
        <table className="plain-table">
          <thead>
            <tr>
              {(['similar.case', 'similar.amount', 'similar.fine', 'similar.like'] as const).map(key => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {similar.map(one => (
              <tr key={one.caseNo}>
                <td>{one.caseNo}</td>
                <td>{formatFen(one.amount)}</td>
                <td>
                  {formatFen(one.fine)}（{one.percent}%）
                </td>
                <td>{Math.round(one.likeness * 100)}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
