import { useState } from 'react'
import { type ConsentView, webRoutes as routes } from '#contract/access'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { dayOfInstant, formatDay, formatInstant } from '../../shared/format.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

const known = ['notice', 'face'] as const
const kindOf = (kind: string) => known.find(each => each === kind) ?? 'other'

/** 我的同意: by version and day; taking one back says first what follows. */
export function Consents({ consents, again }: { consents: readonly ConsentView[]; again: () => void }) {
  const t = texts.useTexts()
  return (
    <section>
      <h2>{t('consents')}</h2>
      {consents.length === 0 ? <p>{t('consents.none')}</p> : null}
      <ul className="mine">
        {consents.map(consent => (
          <li key={consent.kind + consent.version + consent.givenAt}>
            <strong>{t(`consent.${kindOf(consent.kind)}`)}</strong>
            <span>
              {t('consent.given', { day: formatDay(dayOfInstant(consent.givenAt)), version: consent.version })}
            </span>
            {consent.withdrawnAt === null ? (
              <Withdraw kind={consent.kind} again={again} />
            ) : (
              <span>{t('consent.withdrawn', { at: formatInstant(consent.withdrawnAt) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Withdraw({ kind, again }: { kind: string; again: () => void }) {
  const t = texts.useTexts()
  const [sure, setSure] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const withdraw = () =>
    callFromPortal(routes.withdrawConsent, { body: { kind } }).then(again, error => setProblem(problemIn(error)))
  return (
    <>
      {sure ? <p>{t(`follows.${kindOf(kind)}`)}</p> : null}
      <ProblemNote problem={problem} />
      <div className="buttons">
        <button type="button" className="act plain" onClick={() => (sure ? void withdraw() : setSure(true))}>
          {t(sure ? 'consent.yes' : 'consent.withdraw')}
        </button>
      </div>
    </>
  )
}
