import { useState } from 'react'
import { type LicenceCard, routes } from '#contract/licensing'
import { callFromPortal, type Problem } from '../../shared/api.ts'
import { formatDay } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { ProblemNote, problemIn } from '../session/problem-note.tsx'
import { texts } from './texts.ts'

/** 我的许可证, each with its electronic licence: a page to show, save or print. */
export function Licences({ licences }: { licences: readonly LicenceCard[] }) {
  const t = texts.useTexts()
  return (
    <section>
      <h2>{t('licences')}</h2>
      {licences.length === 0 ? <p>{t('licences.none')}</p> : null}
      <ul className="mine">
        {licences.map(licence => (
          <li key={licence.licenceNo}>
            <strong>{licence.shopName}</strong>
            <span>
              {t('licenceNo')} {licence.licenceNo}
            </span>
            <span>
              {t('state')} {pick(licence.stateLabel, licence.stateLabelEn)} · {t('validTo')}{' '}
              {formatDay(licence.validTo)}
            </span>
            <Paper licence={licence} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The page is made when asked for: each has its copy number, and a second look within the session is the same sheet. */
function Paper({ licence }: { licence: LicenceCard }) {
  const t = texts.useTexts()
  const [page, setPage] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  const printable = licence.services.some(service => service.service === 'print' && service.available)
  const face = printable ? 'original' : 'query'
  const make = async () => {
    setProblem(undefined)
    const { printId } = await callFromPortal(routes.reservePrint, { body: { licenceNo: licence.licenceNo, face } })
    setPage(URL.createObjectURL(await callFromPortal(routes.printPage, { params: { printId } })))
  }
  const label = t(printable ? 'elicence' : 'query')
  return (
    <>
      <ProblemNote problem={problem} />
      <div className="buttons">
        {page === undefined ? (
          <button type="button" className="act" onClick={() => make().catch(error => setProblem(problemIn(error)))}>
            {label}
          </button>
        ) : (
          <a className="act" href={page} target="_blank" rel="noreferrer" download={`${licence.licenceNo}.pdf`}>
            PDF · {licence.licenceNo}
          </a>
        )}
      </div>
    </>
  )
}
