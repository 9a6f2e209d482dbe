import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type CheckResult, routes } from '#contract/licensing'
import { Findings } from '../../services/law/findings.tsx'
import { call } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { texts } from './texts.ts'

/** 收件回执: number and code to take home, what happens next, and the sealed paper to print (XK 32). */
export function ResultView({ result }: { result: CheckResult }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { applicationNo } = result
  const file = useQuery({
    queryKey: ['windowReceipt', applicationNo],
    queryFn: ({ signal }) => call(routes.applicationDetail, { params: { applicationNo }, signal }),
    // The paper is written by a job just after the commit.
    refetchInterval: query => (query.state.data?.papers.length || query.state.dataUpdateCount > 20 ? false : 1_000),
  })
  const papers = file.data?.papers.filter(({ url }) => url !== null) ?? []
  return (
    <section className="card">
      <h2>{pick(result.headline, result.headlineEn, language)}</h2>
      <dl className="window-facts">
        <div>
          <dt className="quiet">{t('number')}</dt>
          <dd>{applicationNo}</dd>
        </div>
        <div>
          <dt className="quiet">{t('checkCode')}</dt>
          <dd>{result.checkCode}</dd>
        </div>
      </dl>
      <ol>
        {result.nextSteps.map(step => (
          <li key={step.text}>
            {pick(step.text, step.textEn, language)}
            {step.by === null ? null : t('byDay', { day: formatDay(step.by) })}
          </li>
        ))}
      </ol>
      <p className="window-row">
        {papers.length === 0 ? <output className="quiet">{t('receiptWaiting')}</output> : null}
        {papers.map(paper => (
          <a key={paper.url} href={paper.url ?? ''} target="_blank" rel="noreferrer">
            {t('receipt', { label: pick(paper.label, paper.labelEn ?? '', language) })}
          </a>
        ))}
        <Link to="/applications/$applicationNo" params={{ applicationNo }}>
          {t('file')}
        </Link>
      </p>
      <Findings findings={result.findings} />
    </section>
  )
}
