import { faultsOfOrder, type StatuteArticle } from '#contract/outreach'
import { texts } from './texts.ts'

/** What was recognised: chapters and articles, and what is wrong with their order. */
export function Preview({ articles }: { articles: readonly StatuteArticle[] }) {
  const t = texts.useTexts()
  const { twice, empty, missing } = faultsOfOrder(articles)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="law-preview" aria-label={t('preview')} tabIndex={0}>
      <h2>{t('preview.count', { count: articles.length })}</h2>
      {twice.length > 0 ? <p className="tone-overdue">{t('twice', { labels: twice.join('、') })}</p> : null}
      {empty.length > 0 ? <p className="tone-overdue">{t('empty', { labels: empty.join('、') })}</p> : null}
      {missing.length > 0 ? (
        <p className="tone-soon">{t('missing', { numbers: missing.slice(0, 20).join('、') })}</p>
      ) : null}
      {articles.map(({ label, heading, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a label may stand twice, which is what the reader looks for
        <div key={`${label} ${at}`} lang="zh-CN">
          {heading === articles[at - 1]?.heading || heading === '' ? null : <h3 className="law-chapter">{heading}</h3>}
          {text.split('\n').map((paragraph, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text in their order
            <p key={line}>
              {line === 0 ? <strong>{label}　</strong> : null}
              {paragraph}
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}
