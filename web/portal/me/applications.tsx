import { useRef, useState } from 'react'
import { type ApplicationRow, routes, type ServiceCode, services } from '#contract/licensing'
import { DocumentPanel } from '../../services/documents/document-panel.tsx'
import { ownDoor } from '../../services/documents/door.ts'
import { questionOfFile } from '../../services/documents/question.ts'
import { callFromPortal, freshKey, type Problem } from '../../shared/api.ts'
import { dayOfInstant, formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

/** 我的办件: state, clock and next step of each; what waits can be taken back, asked twice. */
export function Applications({ applications, again }: { applications: readonly ApplicationRow[]; again: () => void }) {
  const t = texts.useTexts()
  return (
    <section>
      <h2>{t('applications')}</h2>
      {applications.length === 0 ? <p>{t('applications.none')}</p> : null}
      <ul className="mine">
        {applications.map(file => (
          <li key={file.applicationNo}>
            <strong>
              {pick(file.serviceLabel, file.serviceLabelEn ?? '')} · {pick(file.stateLabel, file.stateLabelEn ?? '')}
            </strong>
            <span>
              {file.applicationNo} · {t('received', { day: formatDay(dayOfInstant(file.receivedAt)) })}
            </span>
            {file.clock === null ? null : (
              <span>
                {t('due', {
                  label: pick(file.clock.label, file.clock.labelEn ?? ''),
                  day: formatDay(file.clock.dueOn),
                })}
              </span>
            )}
            {file.nextStep === null ? null : (
              <span>{t('next', { step: pick(file.nextStep, file.nextStepEn ?? '') })}</span>
            )}
            <Documents file={file} />
            {file.canWithdraw ? <Withdraw applicationNo={file.applicationNo} again={again} /> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** 材料: opened when the person wants to, at once where a correction waits for an answer. */
function Documents({ file: { applicationNo, service, state } }: { file: ApplicationRow }) {
  const t = texts.useTexts()
  const [open, setOpen] = useState(state === 'correctionRequested')
  if (!isServiceCode(service)) return null
  if (open) return <DocumentPanel door={ownDoor} question={questionOfFile(service, applicationNo)} />
  return (
    <div className="buttons">
      <button type="button" className="act plain" onClick={() => setOpen(true)}>
        {t('documents')}
      </button>
    </div>
  )
}

const isServiceCode = (text: string): text is ServiceCode => Object.hasOwn(services, text)

function Withdraw({ applicationNo, again }: { applicationNo: string; again: () => void }) {
  const t = texts.useTexts()
  const key = useRef(freshKey())
  const [sure, setSure] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const withdraw = () =>
    callFromPortal(routes.withdraw, { params: { applicationNo }, idempotencyKey: key.current }).then(again, error =>
      setProblem(problemIn(error)),
    )
  if (!sure)
    return (
      <div className="buttons">
        <button type="button" className="act plain" onClick={() => setSure(true)}>
          {t('withdraw')}
        </button>
      </div>
    )
  return (
    <div>
      <p>{t('withdraw.sure')}</p>
      <ProblemNote problem={problem} />
      <div className="buttons">
        <button type="button" className="act" onClick={() => void withdraw()}>
          {t('withdraw.yes')}
        </button>
        <button type="button" className="act plain" onClick={() => setSure(false)}>
          {t('withdraw.no')}
        </button>
      </div>
    </div>
  )
}
