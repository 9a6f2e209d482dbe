import { useLanguage } from '../../shared/language.ts'
import { type CitationText, lawText } from '../../shared/law-text.ts'
import { useChosenLaw } from './law-context.tsx'

/** 依据: each citation opens its article at the right. */
export function BasisLinks({ basis }: { basis: readonly CitationText[] }) {
  const language = useLanguage()
  const { citation: chosen, choose } = useChosenLaw()
  return (
    <span className="basis">
      {basis.map(citation => {
        const label = lawText(citation, language)
        return (
          <button
            key={label}
            type="button"
            className="basis-link"
            aria-pressed={chosen !== undefined && lawText(chosen, language) === label}
            onClick={() => choose(citation)}
          >
            {label}
          </button>
        )
      })}
    </span>
  )
}
