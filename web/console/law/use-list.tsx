import { Link } from '@tanstack/react-router'
import type { UseView } from '#contract/outreach'
import { lawUseKinds } from '#kernel/law-use'
import { useLanguage } from '../../shared/language.ts'

/** What rests on an article, by kind; each opens its card. */
export function UseList({ uses }: { uses: readonly UseView[] }) {
  const language = useLanguage()
  return (
    <ul className="law-use-list">
      {uses.map(use => (
        <li key={use.id}>
          <span className="quiet small">{lawUseKinds[use.kind][language]}</span>{' '}
          <Link to="/law/use/$id" params={{ id: use.id }}>
            {use[language]}
          </Link>
        </li>
      ))}
    </ul>
  )
}
