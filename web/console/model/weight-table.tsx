import type { ModelView } from '#contract/monitoring'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { PlainTable } from '../table/plain-table.tsx'
import { texts } from './texts.ts'

/** Each indicator with what it adds at its most: beforehand, and in the version that judges or was learned last. */
export function WeightTable({ view: { indicators, versions, today } }: { readonly view: ModelView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const version = versions.find(({ no }) => no === today?.version) ?? versions[0]
  const learned = new Map(version?.weights.map(({ code, learned }) => [code, learned]))
  const most = Math.max(0.1, ...indicators.map(({ prior }) => prior), ...learned.values())
  return (
    <PlainTable
      caption={t('weights')}
      heads={[t('indicator'), t('priorWeight'), version ? t('learnedWeight', { no: version.no }) : t('notLearned')]}
    >
      {indicators.map(({ code, zh, en, meaning, prior }) => (
        <tr key={code}>
          <th scope="row">
            {code} {pick(zh, en, language)}
            <span className="quiet small model-meaning" lang="zh-CN">
              {meaning}
            </span>
          </th>
          <td>
            <Bar value={prior} most={most} />
          </td>
          <td>{learned.has(code) ? <Bar value={learned.get(code) ?? 0} most={most} /> : '—'}</td>
        </tr>
      ))}
    </PlainTable>
  )
}

function Bar({ value, most }: { readonly value: number; readonly most: number }) {
  return (
    <span className="model-bar">
      <span className="model-bar-number">{value.toFixed(2)}</span>
      <span className="model-bar-room" aria-hidden="true">
        <span className="model-bar-fill" style={{ inlineSize: `${Math.max(0, Math.min(1, value / most)) * 100}%` }} />
      </span>
    </span>
  )
}
