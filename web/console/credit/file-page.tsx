import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type FileDetail, fileRoutes as routes, ruleOf } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Loading } from '../app/page-states.tsx'
import { PageFailed } from '../app/problem-alert.tsx'
import './credit.css'
import { Due, State } from './file-table.tsx'
import { Steps } from './steps.tsx'
import { texts } from './texts.ts'

/** 一份档案: what it is about, what was done, and what can be done now. */
export function FilePage() {
  const { fileId } = useParams({ from: '/credit/$fileId' })
  const queries = useQueryClient()
  const key = ['credit', 'file', fileId]
  const detail = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.read, { params: { id: fileId }, signal }),
  })
  if (detail.isError) return <PageFailed error={detail.error} retry={() => void detail.refetch()} />
  if (detail.isPending) return <Loading />
  const fresh = (next: FileDetail) => {
    void queries.invalidateQueries({ queryKey: ['credit'] })
    queries.setQueryData(key, next)
  }
  return <Shown detail={detail.data} fresh={fresh} />
}

function Shown({ detail, fresh }: { detail: FileDetail; fresh: (next: FileDetail) => void }) {
  const t = texts.useTexts()
  const { file, facts, links, conditions, papers } = detail
  const rule = ruleOf(file.kind)
  return (
    <div className="page">
      <Link className="small" to="/credit" search={{ view: file.kind }}>
        {t('back')}
      </Link>
      <div className="file-head">
        <h1>
          {pick(rule.zh, rule.en)}：{pick(file.about.zh, file.about.en)}
        </h1>
        <strong>
          <State row={file} />
        </strong>
      </div>
      <p className="quiet">
        {file.id} ·{' '}
        <Link to="/retailers/$licenceNo" params={{ licenceNo: file.licenceNo }}>
          {file.shopName || file.licenceNo}
        </Link>{' '}
        · {file.town} {file.dueOn === null ? null : '· '}
        <Due row={file} />
      </p>
      <div className="credit-columns">
        <div>
          <section className="card">
            <h2>{t('facts')}</h2>
            <dl className="facts">
              {facts.map(({ zh, en, value }) => (
                <div key={`${zh} ${value.zh}`}>
                  <dt>{pick(zh, en)}</dt>
                  <dd>{inWords(pick(value.zh, value.en))}</dd>
                </div>
              ))}
            </dl>
            {links.length === 0 ? null : (
              <p>
                {t('links')}：
                {links.map(link => (
                  <span key={link}>
                    <Reference number={link} />{' '}
                  </span>
                ))}
              </p>
            )}
            {papers.map(paper => (
              <p key={paper.id}>
                {paper.title} {paper.number}{' '}
                <a href={`/api/credit/papers/${paper.id}`} target="_blank" rel="noreferrer">
                  {t('open')}
                  <span className="visually-hidden"> {paper.title}</span>
                </a>
              </p>
            ))}
          </section>
          {conditions.length === 0 ? null : (
            <section className="card gap-above">
              <h2>{t('conditions')}</h2>
              <ul className="plain-list credit-conditions">
                {conditions.map(({ met, zh, en }) => (
                  <li key={zh} className={met ? '' : 'credit-late'}>
                    {met ? '✓' : '✗'} {pick(zh, en)}（{t(met ? 'met' : 'unmet')}）
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div>
          <Steps key={detail.version} detail={detail} fresh={fresh} />
          <History events={detail.events} />
        </div>
      </div>
    </div>
  )
}

/** A value that is nothing but a day is written as one. */
const inWords = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDayShort(value) : value)

function History({ events }: Pick<FileDetail, 'events'>) {
  const t = texts.useTexts()
  return (
    <section className="card gap-above">
      <h2>{t('history')}</h2>
      <ol className="timeline">
        {events.map(({ at, event, by, note }) => (
          <li key={`${at} ${event.zh}`}>
            <time className="quiet" dateTime={at}>
              {formatInstant(at)}
            </time>
            <div>
              <strong>{pick(event.zh, event.en)}</strong> <span className="quiet">{by}</span>
              <div>{note}</div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A number that leads to what it names. */
function Reference({ number }: { number: string }) {
  if (number.startsWith('RW-')) return <Link to="/tasks">{number}</Link>
  if (/^\d{12}$/.test(number))
    return (
      <Link to="/retailers/$licenceNo" params={{ licenceNo: number }}>
        {number}
      </Link>
    )
  if (/^[A-Z]{2}-/.test(number))
    return (
      <Link to="/credit/$fileId" params={{ fileId: number }}>
        {number}
      </Link>
    )
  return (
    <Link to="/alerts" search={{ state: 'true' }}>
      {number.slice(0, 8)}
    </Link>
  )
}
