import { useRef, useState } from 'react'
import { type MandateView, mandateRoutes } from '#contract/licensing'
import { callFromPortal, freshKey, type Problem } from '../../../shared/api.ts'
import { dayOfInstant, formatDayShort } from '../../../shared/format.ts'
import { pick } from '../../../shared/i18n.ts'
import { actPath } from '../../app/address.ts'
import { Link } from '../../app/link.tsx'
import { ProblemNote, problemIn } from '../../session/problem-note.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly given: readonly MandateView[]
  readonly held: readonly MandateView[]
  readonly again: () => void
}

export function Mandates({ given, held, again }: Props) {
  const t = texts.useTexts()
  return (
    <>
      {held.length === 0 ? null : (
        <section>
          <h2>{t('held')}</h2>
          <p>{t('held.help')}</p>
          <ul className="mine">
            {held.map(mandate => (
              <li key={mandate.mandateId}>
                <strong>{t('principal', { name: mandate.principal.name })}</strong>
                <Terms mandate={mandate} />
                <Acts mandate={mandate} />
                <div className="buttons">
                  {mandate.services.map(({ service, label, labelEn }) => (
                    <Link key={service} to={actPath(mandate.mandateId, service)} className="act">
                      {t('act', { service: pick(label, labelEn) })}
                    </Link>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t('given')}</h2>
        {given.length === 0 ? <p>{t('given.none')}</p> : null}
        <ul className="mine">
          {given.map(mandate => (
            <li key={mandate.mandateId}>
              <strong>{t('agent', { name: mandate.agent.name, idNo: mandate.agent.idNoMasked.slice(-6) })}</strong>
              <Terms mandate={mandate} />
              <Acts mandate={mandate} />
              {mandate.state === 'live' || mandate.state === 'notYet' ? (
                <Withdraw mandateId={mandate.mandateId} again={again} />
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Terms({
  mandate: { shopName, licenceNo, services, validFrom, validTo, state, form },
}: {
  mandate: MandateView
}) {
  const t = texts.useTexts()
  const list = services.map(({ label, labelEn }) => pick(label, labelEn)).join(t('comma'))
  return (
    <>
      <span>{t('licence', { shop: shopName, no: licenceNo })}</span>
      <span>{t('services', { list })}</span>
      <span>{t('days', { from: formatDayShort(validFrom), to: formatDayShort(validTo) })}</span>
      <span>
        {t(state)} · {t(form)}
      </span>
    </>
  )
}

/** 凭这份委托办过的事: the holder sees what was done in the own name. */
function Acts({ mandate: { acts } }: { mandate: MandateView }) {
  const t = texts.useTexts()
  return acts.map(({ applicationNo, label, labelEn, stateLabel, stateLabelEn, receivedAt }) => (
    <span key={applicationNo}>
      {t('acted', {
        day: formatDayShort(dayOfInstant(receivedAt)),
        service: pick(label, labelEn),
        no: applicationNo,
        state: pick(stateLabel, stateLabelEn),
      })}
    </span>
  ))
}

/** Taken back at once, asked twice; from that moment no door opens with it. */
function Withdraw({ mandateId, again }: { mandateId: string; again: () => void }) {
  const t = texts.useTexts()
  const key = useRef(freshKey())
  const [sure, setSure] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const withdraw = () =>
    callFromPortal(mandateRoutes.endMandate, { params: { mandateId }, idempotencyKey: key.current }).then(
      again,
      error => setProblem(problemIn(error)),
    )
  if (!sure)
    return (
      <div className="buttons">
        <button type="button" className="act plain" onClick={() => setSure(true)}>
          {t('end')}
        </button>
      </div>
    )
  return (
    <div>
      <p>{t('end.sure')}</p>
      <ProblemNote problem={problem} />
      <div className="buttons">
        <button type="button" className="act" onClick={() => void withdraw()}>
          {t('end.yes')}
        </button>
        <button type="button" className="act plain" onClick={() => setSure(false)}>
          {t('end.no')}
        </button>
      </div>
    </div>
  )
}
