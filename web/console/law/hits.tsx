import { Link } from '@tanstack/react-router'
import { Loading } from '../app/page-states.tsx'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'
import { useSearch } from './use-library.ts'

/** What the search found, best first; each opens its article. */
export function Hits({ question }: { question: string }) {
  const t = texts.useTexts()
  const found = useSearch(question)
  if (found.isError) return <FailedToLoad error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  return (
    <section aria-labelledby="law-hits">
      <h2 id="law-hits">{t('hits', { count: found.data.items.length, q: question })}</h2>
      <ol className="law-hits" lang="zh-CN">
        {found.data.items.slice(0, 10).map(({ key, title, number, sub, label, snippet }) => (
          <li key={`${key} ${number}.${sub}`}>
            <Link to="/law/$key" params={{ key }} hash={`a${number}${sub ? `.${sub}` : ''}`}>
              《{title}》{label}
            </Link>
            <p className="quiet small">{snippet}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
