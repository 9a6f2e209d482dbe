import { useState } from 'react'
import { type ArticleView, routes as outreach } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { type CitationText, lawText } from '../../shared/law-text.ts'
import { lawTexts } from './texts.ts'
import './law-basis.css'

/** 依据: the articles behind a reason; each opens to the words of the law. */
export function LawBasis({ basis }: { basis: readonly CitationText[] }) {
  const t = lawTexts.useTexts()
  if (basis.length === 0) return null
  return (
    <div className="law-basis">
      <span className="law-basis-label">{t('basis')}</span>
      <ul>
        {basis.map(citation => (
          <li key={lawText(citation, 'zh')}>
            <Article citation={citation} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type Loaded = { state: 'closed' | 'loading' | 'failed' } | { state: 'here'; article: ArticleView }

function Article({ citation }: { citation: CitationText }) {
  const t = lawTexts.useTexts()
  const [loaded, setLoaded] = useState<Loaded>({ state: 'closed' })
  const load = async () => {
    if (loaded.state === 'here' || loaded.state === 'loading') return
    setLoaded({ state: 'loading' })
    try {
      const params = { instrument: citation.instrument, article: citation.article }
      setLoaded({ state: 'here', article: await call(outreach.getArticle, { params }) })
    } catch {
      setLoaded({ state: 'failed' })
    }
  }
  return (
    <details className="law" onToggle={event => event.currentTarget.open && void load()}>
      <summary>{lawText(citation)}</summary>
      <div className="law-text" aria-live="polite" lang={loaded.state === 'here' ? 'zh-CN' : undefined}>
        {loaded.state === 'here' ? <Words article={loaded.article} /> : null}
        {loaded.state === 'loading' ? <p>{t('loading')}</p> : null}
        {loaded.state === 'failed' ? <p>{t('failed')}</p> : null}
      </div>
    </details>
  )
}

function Words({ article }: { article: ArticleView }) {
  const t = lawTexts.useTexts()
  if (article.text !== null) {
    return article.text.split('\n').map(paragraph => <p key={paragraph}>{paragraph}</p>)
  }
  return (
    <>
      <p>{article.summary ?? t('noText')}</p>
      {article.summary === null ? null : (
        <p className="law-note">{t(article.sure === 'text' ? 'summary' : 'unsure')}</p>
      )}
      {article.notice === null ? null : <p className="law-note">{article.notice}</p>}
    </>
  )
}
