import { useEffect, useState } from 'react'
import { routes, type StatuteArticle, type UseView } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { lawPath, paths, useHash } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { Standing, Versions } from './standing.tsx'
import { texts } from './texts.ts'
import { UsedBy } from './used-by.tsx'

const idOf = ({ number, sub }: { number: number; sub: number }): string => `a${number}${sub ? `.${sub}` : ''}`
const prints = ['plain', 'large', 'largest'] as const

/** One statute, whole; the article in the address stands out and is scrolled to. */
export function StatutePage({ statute }: { statute: string }) {
  const t = texts.useTexts()
  const { value, problem } = useLoaded(() => call(routes.getStatute, { params: { key: statute } }))
  const [print, setPrint] = useState<(typeof prints)[number]>('plain')
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
  const { key, title, earlier } = value.statute
  const uses = new Map(value.uses.map(({ article, uses: own }) => [article, own]))
  return (
    <Page title={title}>
      <Standing line={value.statute} />
      <p className="law-ways no-print">
        <Link to={paths.law}>{t('back')}</Link>
        {earlier ? <Link to={`${lawPath(key)}/changes`}>{t('changes')}</Link> : null}
      </p>
      <Versions versions={value.versions} here={key} />
      <fieldset className="law-print no-print">
        <legend>{t('print')}</legend>
        {prints.map(size => (
          <button key={size} type="button" aria-pressed={print === size} onClick={() => setPrint(size)}>
            {t(`print.${size}`)}
          </button>
        ))}
      </fieldset>
      <div lang="zh-CN" className="law-text" data-print={print}>
        {value.articles.map((article, at) => (
          <Article
            key={idOf(article)}
            article={article}
            uses={(article.sub === 0 ? uses.get(article.number) : undefined) ?? []}
            chosen={chosen === idOf(article)}
            heading={article.heading === value.articles[at - 1]?.heading ? '' : article.heading}
            to={lawPath(key, article)}
          />
        ))}
      </div>
    </Page>
  )
}

interface ArticleProps {
  article: StatuteArticle
  uses: readonly UseView[]
  chosen: boolean
  heading: string
  to: string
}

function Article({ article, uses, chosen, heading, to }: ArticleProps) {
  return (
    <>
      {heading ? <h2 className="law-chapter">{heading}</h2> : null}
      <section id={idOf(article)} className="law-article" data-chosen={chosen || undefined} aria-label={article.label}>
        {article.text.split('\n').map((paragraph, at) => (
          <p key={paragraph}>
            {at === 0 ? (
              <strong className="law-label">
                <Link to={to}>{article.label}</Link>
              </strong>
            ) : null}
            {paragraph}
          </p>
        ))}
        {chosen ? <ReadAloud text={`${article.label}。${article.text}`} /> : null}
        <UsedBy uses={uses} open={chosen} />
      </section>
    </>
  )
}
