import { useState } from 'react'
import { draftRoutes, type SaveDraft, type SavedDraft } from '#contract/licensing'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { dayOfInstant, formatDay } from '../../shared/format.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

type State = { name: 'open' | 'saving' } | { name: 'saved'; draft: SavedDraft } | { name: 'failed'; problem: Problem }

/** 草稿: kept at the server under its code; continued here, at a terminal or at the counter. */
export function KeepDraft({ draft }: { draft: SaveDraft }) {
  const t = texts.useTexts()
  const [state, setState] = useState<State>({ name: 'open' })
  const keep = () => {
    setState({ name: 'saving' })
    callFromPortal(draftRoutes.saveDraft, { body: draft }).then(
      saved => setState({ name: 'saved', draft: saved }),
      error => setState({ name: 'failed', problem: problemIn(error) }),
    )
  }
  if (state.name === 'saved') return <Saved draft={state.draft} />
  return (
    <>
      <button type="button" className="act plain" disabled={state.name === 'saving'} onClick={keep}>
        {t(state.name === 'saving' ? 'keeping' : 'keep')}
      </button>
      {state.name === 'failed' ? <ProblemNote problem={state.problem} /> : null}
    </>
  )
}

function Saved({ draft }: { draft: SavedDraft }) {
  const t = texts.useTexts()
  const code = `${draft.code.slice(0, 4)} ${draft.code.slice(4)}`
  return (
    <div className="callout callout-good" role="status">
      <p>
        <strong>{t('kept')}</strong>
      </p>
      <p>{t('kept.what', { code, day: formatDay(dayOfInstant(draft.expiresAt)) })}</p>
      <img
        className="apply-qr"
        alt={t('kept.qr')}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(draft.qrSvg)}`}
      />
    </div>
  )
}
