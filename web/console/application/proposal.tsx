import type { ApplicationDetail } from '#contract/licensing'
import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { texts } from './texts.ts'

/** 审核意见: what the first person proposed, for the second who decides. */
export function Proposal({ proposal }: { proposal: NonNullable<ApplicationDetail['proposal']> }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section className="card">
      <h2>
        {t('proposal')} · {t(`proposal.${proposal.result}`)}
      </h2>
      <p>{proposal.opinion}</p>
      {proposal.reasons.length === 0 ? null : (
        <ul>
          {proposal.reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <p className="quiet small">{t('proposal.by', { name: proposal.by, at: formatInstant(proposal.at, language) })}</p>
    </section>
  )
}
