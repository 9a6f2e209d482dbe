import type { RateView } from '#contract/monitoring'
import { PlainTable } from '../table/plain-table.tsx'
import { texts } from './texts.ts'

/** 检查率 by town, shop size and market type, the groups over the limit said in words; `made`: of visits that took place. */
export function RateTable({ rates, made = false }: { readonly rates: readonly RateView[]; readonly made?: boolean }) {
  const t = texts.useTexts()
  return (
    <PlainTable
      caption={t(made ? 'visited' : 'fairness')}
      heads={[t('dimension'), t('group'), t('shops'), t(made ? 'visitsMade' : 'first'), t('ratio'), t('verdict')]}
    >
      {rates.map(({ dimension, group, shops, visited, ratio, exceeds }) => (
        <tr key={`${dimension} ${group}`}>
          <td lang="zh-CN">{dimension}</td>
          <th scope="row" lang="zh-CN">
            {group}
          </th>
          <td>{shops}</td>
          <td>{visited}</td>
          <td>{t('times', { ratio: ratio.toFixed(1) })}</td>
          <td className={exceeds ? 'model-bad' : ''}>{exceeds ? t('over') : t('within')}</td>
        </tr>
      ))}
    </PlainTable>
  )
}
