import type { UseView } from '#contract/outreach'
import { lawUseKinds } from '#kernel/law-use'
import { currentLanguage } from '../../shared/language.ts'
import { lawUsePath } from '../app/address.ts'
import { Link } from '../app/link.tsx'
import { texts } from './texts.ts'

/** 哪些规则、文书、处罚用到它, folded: most readers come for the text. */
export function UsedBy({ uses, open }: { uses: readonly UseView[]; open: boolean }) {
  const t = texts.useTexts()
  const language = currentLanguage()
  if (uses.length === 0) return null
  return (
    <details className="law-uses no-print" open={open}>
      <summary>{t('uses', { count: uses.length })}</summary>
      <ul>
        {uses.map(use => (
          <li key={use.id}>
            <span className="quiet">{lawUseKinds[use.kind][language]}</span>
            <Link to={lawUsePath(use.id)}>{use[language]}</Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
