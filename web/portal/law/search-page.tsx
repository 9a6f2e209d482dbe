import { type FormEvent, useEffect, useState } from 'react'
import { type LawHitView, routes, type StatuteLine } from '#contract/outreach'
import { call } from '../../shared/api.ts'
import { lawPath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { Marked } from './marked.tsx'
import { periodOf } from './standing.tsx'
import { texts } from './texts.ts'

/** The question stands in the address, so that a found list can be sent to somebody. */
const asked = (): string => new URLSearchParams(location.search).get('q') ?? ''

export function SearchPage() {
  const t = texts.useTexts()
  const [question, setQuestion] = useState(asked)
  const [sent, setSent] = useState(asked)
  const [day, setDay] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    const words = question.trim()
    const address = new URL(location.href)
    if (words) address.searchParams.set('q', words)
    else address.searchParams.delete('q')
    history.replaceState(null, '', address)
    setSent(words)
  }
  return (
    <Page title={t('title')}>
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is younger than the oldest telephones served */}
      <form role="search" className="law-ask" onSubmit={send}>
        <label htmlFor="law-question">{t('ask')}</label>
        <div className="law-line">
          <input
            id="law-question"
            type="search"
            maxLength={60}
            enterKeyHint="search"
            aria-describedby="law-help"
            value={question}
            onChange={event => setQuestion(event.target.value)}
          />
          <button type="submit" className="act">
            {t('find')}
          </button>
        </div>
        <p id="law-help" className="quiet">
          {t('ask.help')}
        </p>
      </form>
      {sent ? <Found key={sent} question={sent} /> : null}
      <h2>{t('list')}</h2>
      <p className="law-day">
        <label htmlFor="law-day">{t('onDay')}</label>
        <input id="law-day" type="date" value={day} onChange={event => setDay(event.target.value)} />
        {day === '' ? null : (
          <button type="button" className="law-aloud" onClick={() => setDay('')}>
            {t('today')}
          </button>
        )}
      </p>
      {day === '' ? null : <p className="quiet">{t('onDay.shown', { day })}</p>}
      <List key={day} day={day} />
    </Page>
  )
}

function List({ day }: { day: string }) {
  const t = texts.useTexts()
  const list = useLoaded(() => call(routes.listStatutes, { query: day === '' ? {} : { on: day } }))
  return (
    <>
      <ProblemNote problem={list.problem} />
      {list.value === undefined && !list.problem ? <p role="status">{t('loading')}</p> : null}
      <ul className="law-list" lang="zh-CN">
        {list.value?.items.map(line => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
    </>
  )
}

function Line({ line }: { line: StatuteLine }) {
  const t = texts.useTexts()
  return (
    <li>
      <Link to={lawPath(line.key)}>
        <strong>{line.title}</strong>
      </Link>
      <span className="quiet">
        {[
          line.number,
          t('articles', { count: line.articles }),
          periodOf(line, t),
          line.state === 'inForce' ? null : t(line.state),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}

/** As many as the server gives. */
const most = 30

function Found({ question }: { question: string }) {
  const t = texts.useTexts()
  const { value, problem } = useLoaded(() => call(routes.searchLaws, { query: { q: question } }))
  useEffect(() => document.getElementById('law-found')?.focus({ preventScroll: true }), [])
  if (problem) return <ProblemNote problem={problem} />
  if (!value) return <p role="status">{t('asking')}</p>
  if (value.items.length === 0) return <p role="status">{t('none')}</p>
  return (
    <section aria-labelledby="law-found">
      <h2 id="law-found" tabIndex={-1}>
        {t(value.items.length < most ? 'found' : 'found.many', { count: value.items.length })}
      </h2>
      <ul className="law-list" lang="zh-CN">
        {value.items.map(hit => (
          <Hit key={`${hit.key} ${hit.number}.${hit.sub}`} hit={hit} />
        ))}
      </ul>
    </section>
  )
}

const Hit = ({ hit }: { hit: LawHitView }) => (
  <li>
    <Link to={lawPath(hit.key, hit)}>
      <strong>
        《{hit.title}》{hit.label}
      </strong>
    </Link>
    {hit.heading ? <span className="quiet">{hit.heading}</span> : null}
    <p>
      <Marked text={hit.snippet} marks={hit.marks} />
    </p>
  </li>
)
