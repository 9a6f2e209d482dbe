import type { LicenceToken } from '#kernel/licence-token'
import { formatDayShort, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import type { Finding } from './ask.ts'
import type { Question } from './question.ts'
import { texts } from './texts.ts'
import type { Verdict } from './verdict.ts'

/** The outcome in one word with its shape, why, what to do, and then the facts. */
export function VerdictView({ question, finding }: { question: Question; finding: Finding }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const { verdict, status, listed } = finding
  const token = question.kind === 'token' ? question.signed.token : undefined
  const onRecord = typeof status === 'object' ? status : undefined
  const details = {
    version: token?.version ?? '',
    current: onRecord?.currentVersion ?? '',
    state: onRecord === undefined ? '' : pick(onRecord.stateLabel, onRecord.stateLabelEn, language),
    hours: listed?.hours ?? '',
    keyId: token?.keyId ?? '',
    issuedOn: formatDayShort(token?.issuedOn ?? '', language),
    validTo: formatDayShort(token?.validTo ?? '', language),
  }
  return (
    <>
      <section className={`verdict verdict-${verdict.tone}`} data-verdict={verdict.kind}>
        <p className="verdict-word">
          <span aria-hidden="true">{verdict.sign}</span> {t(`word.${verdict.kind}`)}
        </p>
        <p>{token === undefined && verdict.kind === 'valid' ? details.state : t(`why.${verdict.kind}`, details)}</p>
        <p>{t(`next.${verdict.kind}`)}</p>
      </section>
      <Face finding={finding} token={token} />
    </>
  )
}

/** What a forged code claims is not repeated: a reader would take it for a fact. */
const hidesToken = (verdict: Verdict): boolean =>
  verdict.kind === 'forged' || verdict.kind === 'unknownSigner' || verdict.kind === 'offlineUnchecked'

interface FaceProps {
  readonly finding: Finding
  readonly token: LicenceToken | undefined
}

function Face({ finding: { verdict, status, listed }, token: given }: FaceProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  const token = hidesToken(verdict) ? undefined : given
  const onRecord = typeof status === 'object' && !hidesToken(verdict) ? status : undefined
  const face = token ?? onRecord
  if (face === undefined) return null
  const day = (text: string) => formatDayShort(text, language)
  const facts: [string, string | undefined][] = [
    [t('shop'), face.shopName],
    [t('licenceNo'), face.licenceNo],
    [t('operator'), token?.operatorMasked ?? onRecord?.operatorNameMasked],
    [t('address'), face.address],
    [t('term'), `${day(face.validFrom)} – ${day(face.validTo)}`],
    [t('version'), t('version.value', { n: token?.version ?? onRecord?.currentVersion ?? '' })],
    [t('copyNo'), token === undefined ? undefined : t('copyNo.value', { n: token.copyNo })],
    [t('issuer'), token?.issuer],
    [t('issuedOn'), token === undefined ? undefined : day(token.issuedOn)],
    [t('signature'), t(token === undefined ? 'signature.none' : 'signature.good')],
  ]
  return (
    <>
      <dl className="details">
        {facts.map(([label, value]) =>
          value === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="quiet">
        {onRecord !== undefined
          ? t('asOf', { at: formatInstant(onRecord.asOf, language) })
          : listed === undefined
            ? t('asOf.none')
            : t(listed.stale ? 'asOf.listStale' : 'asOf.list', {
                at: formatInstant(listed.issuedAt, language),
                hours: listed.hours,
              })}
      </p>
    </>
  )
}
