import type { Finding } from '#contract/licensing'
import { withDays } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { findingTexts } from './finding-texts.ts'
import { LawBasis } from './law-basis.tsx'
import './findings.css'

/** 理由: what the rules found, each in plain words with its article. Passed ones are folded away behind one line. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = findingTexts.useTexts()
  const open = findings.filter(finding => finding.outcome !== 'pass')
  const passed = findings.filter(finding => finding.outcome === 'pass')
  return (
    <>
      {open.length > 0 ? <List findings={open} /> : null}
      {passed.length > 0 ? (
        <details className="passed">
          <summary>{t('passed', { count: passed.length })}</summary>
          <List findings={passed} />
        </details>
      ) : null}
    </>
  )
}

function List({ findings }: { findings: readonly Finding[] }) {
  const t = findingTexts.useTexts()
  return (
    <ul className="findings">
      {findings.map(finding => (
        <li key={finding.rule + finding.reason} className={`finding finding-${finding.outcome}`}>
          <p className="finding-reason">
            <strong className="finding-mark">{t(finding.outcome)}</strong>
            {withDays(pick(finding.reason, finding.reasonEn))}
          </p>
          {finding.next === null ? null : (
            <p>
              <strong>{t('next')}</strong>
              {withDays(pick(finding.next, finding.nextEn ?? ''))}
            </p>
          )}
          <LawBasis basis={finding.basis} />
        </li>
      ))}
    </ul>
  )
}
