import { Link, useParams } from '@tanstack/react-router'
import { lawUseKinds } from '#kernel/law-use'
import { useLanguage } from '../../shared/language.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import './law-library.css'
import { texts } from './texts.ts'
import { useLawUse } from './use-library.ts'

/** One rule, document, penalty, value or question with every article it rests on, and where it is at work. */
export function LawUsePage() {
  const t = texts.useTexts()
  const language = useLanguage()
  const { id } = useParams({ from: '/law/use/$id' })
  const found = useLawUse(id)
  if (found.isError) return <PageFailed error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  const { use, articles } = found.data
  return (
    <div className="page">
      <div className="page-head">
        <h1>{use[language]}</h1>
        <span className="flag">{lawUseKinds[use.kind][language]}</span>
      </div>
      <p className="quiet small">{use.id}</p>
      {use.path === null ? null : (
        <p>
          <a href={use.path}>{t('atWork')}</a>
        </p>
      )}
      <h2>{t('restsOn', { count: articles.length })}</h2>
      {articles.map(({ cite, words, wordsEn, text, imported, key }) => (
        <section key={words} className="card law-reading" aria-label={words}>
          <h3>
            {key === null ? (
              words
            ) : (
              <Link to="/law/$key" params={{ key }} hash={`a${cite.article}`}>
                {language === 'zh' ? words : wordsEn}
              </Link>
            )}
          </h3>
          {imported ? null : <p className="law-notice">{t('notImported')}</p>}
          {text.split('\n').map(paragraph => (
            <p key={paragraph} lang="zh-CN">
              {paragraph}
            </p>
          ))}
        </section>
      ))}
    </div>
  )
}
