import type { StatuteLine } from '#contract/outreach'
import { lawPath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { texts } from './texts.ts'

/** Whether a version holds, from when until when, and where the text comes from. */
export function Standing({ line }: { line: StatuteLine }) {
  const t = texts.useTexts()
  return (
    <>
      <p className="quiet">
        {[line.number, line.imported ? t('ofDay', { day: line.day }) : null, periodOf(line, t), t(line.state)]
          .filter(Boolean)
          .join(' · ')}
        {line.source === '' ? null : <span className="law-source">{t('source', { source: line.source })}</span>}
      </p>
      {line.withdrawn === null ? null : <p className="law-note">{t('withdrawn.words', { ...line.withdrawn })}</p>}
      {line.imported ? null : <p className="law-note">{t('summary')}</p>}
    </>
  )
}

export const periodOf = ({ inForce, until }: StatuteLine, t: ReturnType<typeof texts.useTexts>): string =>
  until === null ? t('inForceSince', { day: inForce }) : t('inForceBetween', { day: inForce, until })

/** Every version of the law, each under its own lasting address. */
export function Versions({ versions, here }: { versions: readonly StatuteLine[]; here: string }) {
  const t = texts.useTexts()
  if (versions.length < 2) return null
  return (
    <ul className="law-versions no-print">
      {versions.map(line => (
        <li key={line.key}>
          {line.key === here ? (
            <strong>{t('ofDay', { day: line.day })}</strong>
          ) : (
            <Link to={lawPath(line.key)}>{t('ofDay', { day: line.day })}</Link>
          )}
          <span className="quiet">
            {periodOf(line, t)} · {t(line.state)}
          </span>
        </li>
      ))}
    </ul>
  )
}
