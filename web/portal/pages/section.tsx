import { useLanguage } from '../../shared/language.ts'
import { type CitationText, lawText } from '../../shared/law-text.ts'

/** One heading with its lines and the articles behind them; in both languages beside each other, so that none is forgotten. */
export interface Section {
  readonly head: { readonly zh: string; readonly en: string }
  readonly lines: readonly { readonly zh: string; readonly en: string }[]
  readonly basis?: readonly CitationText[]
}

export function Sections({ sections, basisWord }: { sections: readonly Section[]; basisWord: string }) {
  const language = useLanguage()
  return sections.map(section => (
    <section key={section.head.zh}>
      <h2>{section.head[language]}</h2>
      <ul>
        {section.lines.map(line => (
          <li key={line.zh}>{line[language]}</li>
        ))}
      </ul>
      {section.basis === undefined ? null : (
        <p className="quiet small">
          {basisWord}
          {section.basis.map(citation => lawText(citation, language)).join(language === 'zh' ? '、' : '; ')}
        </p>
      )}
    </section>
  ))
}
