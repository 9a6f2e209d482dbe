import type { ImpactView } from '#contract/outreach'
import { texts } from './texts.ts'
import { UseList } from './use-list.tsx'

/** 影响清单: each changed article with its old and new words, and everything that cites it. */
export function ImpactList({ items }: { items: readonly ImpactView[] }) {
  const t = texts.useTexts()
  const touched = new Set(items.flatMap(({ uses }) => uses.map(({ id }) => id)))
  if (items.length === 0) return <p>{t('impact.none')}</p>
  return (
    <>
      <p>{t('impact.sum', { articles: items.length, uses: touched.size })}</p>
      {items.map(({ label, kind, before, after, uses }) => (
        <section key={label + kind} className="card law-impact" aria-label={label}>
          <h3 lang="zh-CN">
            {label} · {t(kind)} · {t('impact.uses', { count: uses.length })}
          </h3>
          <div className="law-two" lang="zh-CN">
            {before === null ? null : (
              <p>
                <span className="quiet">{t('was')}　</span>
                <del>{before}</del>
              </p>
            )}
            {after === null ? null : (
              <p>
                <span className="quiet">{t('is')}　</span>
                <ins>{after}</ins>
              </p>
            )}
          </div>
          {uses.length === 0 ? <p className="quiet">{t('impact.nobody')}</p> : <UseList uses={uses} />}
        </section>
      ))}
    </>
  )
}
