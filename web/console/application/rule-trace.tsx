import type { ApplicationDetail, Finding } from '#contract/licensing'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { BasisLinks } from './basis-links.tsx'
import { inReadingOrder, outcomeShapes } from './finding-order.ts'
import { texts } from './law-texts.ts'

/** 规则核对: every verdict with its reason, the facts it used and the article behind it. */
export function RuleTrace({ trace }: { trace: ApplicationDetail['trace'] }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section aria-labelledby="trace-head">
      <h2 id="trace-head">{t('trace')}</h2>
      {trace === null ? (
        <p className="quiet">{t('trace.none')}</p>
      ) : (
        <>
          <p className="quiet small">
            {t('trace.run', {
              at: formatInstant(trace.runAt, language),
              rules: trace.ruleVersion,
              policy: trace.policyVersion,
            })}
          </p>
          <ul className="findings">
            {inReadingOrder(trace.findings).map(finding => (
              <FindingItem key={finding.rule} finding={finding} />
            ))}
          </ul>
          <p className="quiet small digest">
            {t('digest')} {trace.inputsDigest}
          </p>
        </>
      )}
    </section>
  )
}

function FindingItem({ finding }: { finding: Finding }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const facts = Object.entries(finding.facts)
  const show = (value: Finding['facts'][string]) =>
    value === null ? t('empty') : typeof value === 'boolean' ? t(value ? 'yes' : 'no') : String(value)
  return (
    <li className={`finding finding-${finding.outcome}`}>
      <p className="finding-head">
        <span className="finding-outcome">
          <span aria-hidden="true">{outcomeShapes[finding.outcome]}</span> {t(`outcome.${finding.outcome}`)}
        </span>{' '}
        <span className="quiet small">{finding.rule}</span>
      </p>
      <p>{pick(finding.reason, finding.reasonEn, language)}</p>
      {finding.next === null ? null : <p className="quiet">{pick(finding.next, finding.nextEn ?? '', language)}</p>}
      {finding.basis.length === 0 ? null : <BasisLinks basis={finding.basis} />}
      {facts.length === 0 ? null : (
        <details>
          <summary>{t('facts')}</summary>
          <dl className="facts small">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{show(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  )
}
