import { Link } from '@tanstack/react-router'
import type { ApplicationRow, LicenceCard, PrintTicket } from '#contract/licensing'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { LicenceFacts } from '../application/file-facts.tsx'
import { ClockCell } from '../work-list/clock-cell.tsx'
import { texts } from './texts.ts'

interface History {
  readonly licence: LicenceCard
  readonly applications: readonly ApplicationRow[]
  readonly prints: readonly PrintTicket[]
}

/** The licence with everything that was applied for and printed on it. */
export function LicenceHistory({ history }: { history: History }) {
  return (
    <div className="fact-cards wide">
      <LicenceFacts licence={history.licence} />
      <Applications rows={history.applications} />
      <Prints prints={history.prints} />
    </div>
  )
}

function Applications({ rows }: { rows: readonly ApplicationRow[] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section className="card">
      <h2>{t('applications')}</h2>
      {rows.length === 0 ? <p className="quiet">{t('applications.none')}</p> : null}
      <ul className="plain-list">
        {rows.map(row => (
          <li key={row.applicationNo}>
            <Link to="/applications/$applicationNo" params={{ applicationNo: row.applicationNo }}>
              {pick(row.serviceLabel, row.serviceLabelEn ?? '', language)}
            </Link>{' '}
            {pick(row.stateLabel, row.stateLabelEn ?? '', language)}{' '}
            {row.clock === null ? null : <ClockCell clock={row.clock} />}
            <div className="quiet small">
              {row.applicationNo} · {formatInstant(row.receivedAt, language)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Prints({ prints }: { prints: readonly PrintTicket[] }) {
  const t = texts.useTexts()
  return (
    <section className="card">
      <h2>{t('prints')}</h2>
      {prints.length === 0 ? <p className="quiet">{t('prints.none')}</p> : null}
      <ul className="plain-list">
        {prints.map(print => (
          <li key={print.printId}>
            {t('prints.copy', { n: print.copyNo })} · {print.state}
          </li>
        ))}
      </ul>
    </section>
  )
}
