import { type Field, fields } from '#contract/partners'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'

/** Fields in the order of the table, each with its value: the very same picture for both sides. */
export function ValuesTable({ values }: { values: Readonly<Record<string, string>> }) {
  const language = useLanguage()
  const shown = (Object.keys(fields) as Field[]).filter(name => values[name] !== undefined)
  return (
    <dl className="partner-values">
      {shown.map(name => (
        <div key={name}>
          <dt>{pick(fields[name].zh, fields[name].en, language)}</dt>
          <dd>{values[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
