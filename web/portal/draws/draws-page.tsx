import { useEffect, useState } from 'react'
import { drawStateLabels, type PublicDraw, drawRoutes as routes } from '#contract/inspection'
import { call, Problem } from '../../shared/api.ts'
import { PartyAct } from '../../shared/draw/party-act.tsx'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { drawOf, paths, useHash, usePath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { Page } from '../app/page.tsx'
import { useLoaded } from '../me/use-loaded.ts'
import { ProblemNote } from '../session/problem-note.tsx'
import { DrawView } from './draw-view.tsx'
import './draws.css'
import { texts } from './texts.ts'

type Loaded<T> = { kind: 'asking' } | { kind: 'here'; value: T } | { kind: 'wrong'; words: string }

const wordsOf = (error: unknown): string =>
  error instanceof Problem ? texts.t('failed', { title: error.title, next: error.next }) : texts.t('broken')

/** 抽查公示: the list, or the one draw that stands in the address. */
export default function DrawsPage() {
  const id = drawOf(usePath())
  return id === undefined ? <DrawList /> : <OneDraw id={id} />
}

function DrawList() {
  const t = texts.useTexts()
  const { value: list, problem } = useLoaded(() => call(routes.publicDraws))
  return (
    <Page title={t('title')}>
      <p>{t('intro')}</p>
      <ProblemNote problem={problem} />
      {list || problem ? null : <p role="status">{t('asking')}</p>}
      {list?.items.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="draw-list">
        {(list?.items ?? []).map(({ id, title, state, visitsFrom, visitsTo }) => (
          <li key={id}>
            <Link to={`${paths.draws}/${id}`}>
              <strong>{title}</strong>
            </Link>
            <span className={state === 'voided' ? 'wrong' : 'quiet'}>
              {id} · {pick(drawStateLabels[state].zh, drawStateLabels[state].en)}
            </span>
            <span className="quiet">
              {formatDayShort(visitsFrom)} – {formatDayShort(visitsTo)}
            </span>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function OneDraw({ id }: { id: string }) {
  const t = texts.useTexts()
  const [draw, setDraw] = useState<Loaded<PublicDraw>>({ kind: 'asking' })
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    call(routes.publicDraw, { params: { id } }).then(
      value => setDraw({ kind: 'here', value }),
      error => setDraw({ kind: 'wrong', words: wordsOf(error) }),
    )
  }, [id])
  // The link of a representative: party and token stand behind the #, which no server's log ever sees.
  const [, party, token] = /^#(p[1-9]\d?)\.([0-9a-f]{40})$/.exec(useHash()) ?? []
  return (
    <Page title={draw.kind === 'here' ? draw.value.title : t('title')}>
      {draw.kind === 'asking' ? <p role="status">{t('asking')}</p> : null}
      {draw.kind === 'wrong' ? <p className="wrong">{draw.words}</p> : null}
      {draw.kind === 'here' && party !== undefined ? (
        <section className="draw-party">
          <p>
            <strong>
              {draw.value.parties.some(one => one.id === party)
                ? t('party', { name: draw.value.parties.find(one => one.id === party)?.name ?? '' })
                : t('party.none')}
            </strong>
          </p>
          <PartyAct
            draw={draw.value}
            party={party}
            token={token ?? null}
            done={value => {
              setProblem(undefined)
              setDraw({ kind: 'here', value })
            }}
            failed={error => setProblem(wordsOf(error))}
            button={({ label, busy, disabled, act }) => (
              <button type="button" className="act" disabled={busy || disabled === true} onClick={act}>
                {label}
              </button>
            )}
          />
          {problem === undefined ? null : (
            <p className="wrong" role="alert">
              {problem}
            </p>
          )}
        </section>
      ) : null}
      {draw.kind === 'here' ? <DrawView draw={draw.value} /> : null}
      <p>
        <Link to={paths.draws}>{t('back')}</Link>
      </p>
    </Page>
  )
}
