import { useState } from 'react'
import { type DraftRow, draftRoutes } from '#contract/licensing'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { dayOfInstant, formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Link } from '../app/link.tsx'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

/** 没办完的: begun here, at a terminal or at the counter. */
export function Drafts({ drafts, again }: { drafts: readonly DraftRow[]; again: () => void }) {
  const t = texts.useTexts()
  const [problem, setProblem] = useState<Problem>()
  if (drafts.length === 0) return null
  const discard = (code: string) =>
    callFromPortal(draftRoutes.discardDraft, { body: { code } }).then(again, error => setProblem(problemIn(error)))
  return (
    <section>
      <h2>{t('drafts')}</h2>
      <ProblemNote problem={problem} />
      <ul className="mine">
        {drafts.map(draft => (
          <li key={draft.code}>
            <strong>{pick(draft.serviceLabel, draft.serviceLabelEn)}</strong>
            <span>
              {t('drafts.until', {
                code: `${draft.code.slice(0, 4)} ${draft.code.slice(4)}`,
                day: formatDay(dayOfInstant(draft.expiresAt)),
              })}
            </span>
            {draft.documents > 0 ? <span>{t('drafts.documents', { n: draft.documents })}</span> : null}
            <div className="buttons">
              <Link to={`/apply/${draft.service}#${draft.code}`} className="act">
                {t('drafts.open')}
              </Link>
              <button type="button" className="act plain" onClick={() => void discard(draft.code)}>
                {t('drafts.discard')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
