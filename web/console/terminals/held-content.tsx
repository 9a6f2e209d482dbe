import { formatInstant } from '../../shared/format.ts'
import { useLanguage } from '../../shared/language.ts'
import { plainFields } from './plain-fields.ts'
import { texts } from './texts.ts'

interface Props {
  readonly act: { readonly url: string; readonly capturedAt: string; readonly body: unknown } | null
  readonly person: { readonly name: string; readonly idNoMasked: string } | null
}

/** What was sealed at the terminal, as far as a person can read it; the strokes of the signature are not for this page. */
export function HeldContent({ act, person }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  if (act === null) return <p className="law-notice">{t('held.unreadable')}</p>
  const facts: [string, string][] = [
    [t('held.person'), person === null ? t('held.person.unknown') : `${person.name} ${person.idNoMasked}`],
    [t('held.capturedAt'), formatInstant(act.capturedAt, language)],
    ...plainFields(act.body),
  ]
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
