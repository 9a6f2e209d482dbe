import { useEffect } from 'react'
import { routes, type StatuteArticle } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { lawPath, paths, useHash } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { texts } from './texts.ts'

const idOf = ({ number, sub }: { number: number; sub: number }): string => `a${number}${sub ? `.${sub}` : ''}`

/** One statute, whole; the article in the address stands out and is scrolled to. */
export function StatutePage({ statute }: { statute: string }) {
  const t = texts.useTexts()
  const { value, problem } = useLoaded(() => call(routes.getStatute, { params: { key: statute } }))
  const chosen = useHash().slice(1)
  useEffect(() => {
    if (value && chosen) document.getElementById(chosen)?.scrollIntoView({ block: 'start' })
  }, [value, chosen])
  if (!value)
    return (
      <Page title={t('title')}>
        <ProblemNote problem={problem} />
        {problem ? <Link to={paths.law}>{t('back')}</Link> : <p role="status">{t('loading')}</p>}
      </Page>
    )
  const { title, day, imported, earlier } = value.statute
  return (
    <Page title={title}>
      <p className="quiet">{t(imported ? 'ofDay' : 'inForce', { day })}</p>
      {imported ? null : <p className="law-note">{t('summary')}</p>}
      <p className="law-ways no-print">
        <Link to={paths.law}>{t('back')}</Link>
        {earlier ? <Link to={`${lawPath(statute)}/changes`}>{t('changes')}</Link> : null}
      </p>
      <div lang="zh-CN">
        {value.articles.map((article, at) => (
          <Article
            key={idOf(article)}
            article={article}
            chosen={chosen === idOf(article)}
            heading={article.heading === value.articles[at - 1]?.heading ? '' : article.heading}
          />
        ))}
      </div>
    </Page>
  )
}

function Article({ article, chosen, heading }: { article: StatuteArticle; chosen: boolean; heading: string }) {
  return (
    <>
      {heading ? <h2 className="law-chapter">{heading}</h2> : null}
      <section id={idOf(article)} className="law-article" data-chosen={chosen || undefined} aria-label={article.label}>
        {article.text.split('\n').map((paragraph, at) => (
          <p key={paragraph}>
            {at === 0 ? <strong className="law-label">{article.label}</strong> : null}
            {paragraph}
          </p>
        ))}
        {chosen ? <ReadAloud text={`${article.label}。${article.text}`} /> : null}
      </section>
    </>
  )
}
