import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { type ArticleView, routes as outreach } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { type CitationText, lawText } from '../../shared/law-text.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useChosenLaw } from './law-context.tsx'
import { texts } from './law-texts.ts'

/** 法条: the article behind the chosen basis, or an honest word that its text is not here. */
export function LawPanel() {
  const t = texts.useTexts()
  const { citation } = useChosenLaw()
  return (
    <section className="law" aria-labelledby="law-head" aria-live="polite">
      <h2 id="law-head">{t('law')}</h2>
      {citation === undefined ? <p className="quiet">{t('law.pick')}</p> : <Article citation={citation} />}
    </section>
  )
}

function Article({ citation }: { citation: CitationText }) {
  const language = useLanguage()
  const { instrument, article } = citation
  const query = useQuery({
    queryKey: ['article', instrument, article],
    queryFn: ({ signal }) => call(outreach.getArticle, { params: { instrument, article }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <h3>{lawText(citation, language)}</h3>
      {query.isPending ? (
        <Skeleton active={false} title={false} paragraph={{ rows: 4 }} />
      ) : query.isError ? (
        <FailedToLoad error={query.error} retry={() => void query.refetch()} />
      ) : (
        <ArticleText view={query.data} />
      )}
    </>
  )
}

function ArticleText({ view }: { view: ArticleView }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const sure = t(`law.sure.${view.sure}`)
  return (
    <>
      <p className="quiet small">
        <Link to="/law/$key" params={{ key: view.instrument }} hash={`a${view.article}`}>
          {t('law.library')}
        </Link>
        　{view.title} · {t('law.inForce', { day: formatDay(view.inForce, language) })}
      </p>
      {view.text === null ? (
        <p className="law-notice">{t(view.summary === null ? 'law.nothing' : 'law.noText')}</p>
      ) : (
        <blockquote className="law-text" lang="zh-CN">
          {view.text}
        </blockquote>
      )}
      {view.summary === null ? null : (
        <p lang="zh-CN">
          <strong>{t('law.summary')}</strong> {view.summary}
          {sure === '' ? null : <span className="quiet">（{sure}）</span>}
        </p>
      )}
      {view.notice === null ? null : (
        <p className="law-notice" lang="zh-CN">
          {view.notice}
        </p>
      )}
    </>
  )
}
