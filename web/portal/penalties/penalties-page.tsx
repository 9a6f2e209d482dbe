import { type FormEvent, useEffect, useId, useState } from 'react'
import { type PublicPenalty, penaltyRoutes as routes } from '#contract/cases'
import { call, Problem, type Reply } from '../../shared/api.ts'
import { formatDayShort } from '../../shared/format.ts'
import { lawSearchPath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import './penalties.css'
import { texts } from './texts.ts'

/** 《法》第几条, alone: the library finds it. */
const oneArticle = /^《[^《》]+》第[一二三四五六七八九十百零]+条(第[一二三四五六七八九十]+[款项])*$/u

type List = Reply<typeof routes.publicPenalties>

/** 处罚决定公示: open to everybody, with a search; nothing that is asked here is kept. */
export default function PenaltiesPage() {
  const t = texts.useTexts()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState({ find: '', page: 1 })
  const [list, setList] = useState<List>()
  const [wrong, setWrong] = useState('')
  useEffect(() => {
    const { find, page } = asked
    setWrong('')
    call(routes.publicPenalties, { query: { page, ...(find === '' ? {} : { find }) } })
      .then(setList)
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error
        setWrong(texts.t('failed', { title: error.title, next: error.next }))
      })
  }, [asked])
  const search = (event: FormEvent) => {
    event.preventDefault()
    setAsked({ find: typed.trim(), page: 1 })
  }
  const pages = Math.max(1, Math.ceil((list?.total ?? 0) / (list?.size ?? 1)))
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <form className="penalty-search" onSubmit={search}>
        <label htmlFor={id}>{t('find')}</label>
        <input id={id} type="search" maxLength={60} value={typed} onChange={event => setTyped(event.target.value)} />
        <button type="submit" className="act">
          {t('search')}
        </button>
      </form>
      {wrong === '' ? null : (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
      {list === undefined && wrong === '' ? <p role="status">{t('asking')}</p> : null}
      {list?.total === 0 ? (
        <p role="status">{asked.find === '' ? t('none') : t('none.found', { words: asked.find })}</p>
      ) : null}
      {asked.find === '' ? null : (
        <button
          type="button"
          onClick={() => {
            setTyped('')
            setAsked({ find: '', page: 1 })
          }}
        >
          {t('all')}
        </button>
      )}
      <ol className="penalty-list">
        {(list?.items ?? []).map(one => (
          <li key={one.number + one.publishedOn}>
            <Penalty one={one} />
          </li>
        ))}
      </ol>
      {list && list.total > 0 ? (
        <nav className="penalty-pages" aria-label={t('title')}>
          <p role="status">{t('total', { count: list.total, page: asked.page, pages })}</p>
          {asked.page > 1 ? (
            <button type="button" onClick={() => setAsked({ ...asked, page: asked.page - 1 })}>
              {t('before')}
            </button>
          ) : null}
          {asked.page < pages ? (
            <button type="button" onClick={() => setAsked({ ...asked, page: asked.page + 1 })}>
              {t('after')}
            </button>
          ) : null}
        </nav>
      ) : null}
    </Page>
  )
}

function Penalty({ one: { number, publishedOn, expiresOn, withdrawn, decision } }: { one: PublicPenalty }) {
  const t = texts.useTexts()
  const lines: readonly (readonly [string, string])[] = decision
    ? [
        [t('party'), decision.party],
        [t('about'), decision.about],
        [t('norm'), decision.norm],
        [t('basis'), decision.basis],
        [t('content'), decision.content],
        [t('decidedOn'), formatDayShort(decision.decidedOn)],
        [t('shown'), t('shown.from', { from: formatDayShort(publishedOn), until: formatDayShort(expiresOn) })],
      ]
    : [[t('why'), withdrawn?.why ?? '']]
  return (
    <>
      <h2 lang="zh-CN">{number}</h2>
      {withdrawn === null ? null : <p className="wrong">{t('withdrawn', { day: formatDayShort(withdrawn.on) })}</p>}
      <dl className="details">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-CN">{oneArticle.test(value) ? <Link to={lawSearchPath(value)}>{value}</Link> : value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
