import type { LicenceCard, ServiceSheet } from '#contract/licensing'
import { formatDay, formatDayShort } from '../../shared/format.ts'
import { registerWords } from '../../shared/register-words.ts'
import { Callout, type Fact, Facts } from '../kit/facts.tsx'
import { applyTexts } from './texts.ts'

type Texts = ReturnType<typeof applyTexts.useTexts>

interface Props {
  sheet: ServiceSheet
  licence: LicenceCard
  /** Without the hint of what else could be done: the page has another question below. */
  brief?: boolean
}

/** Question 1: is this your licence? Everything is known already; nothing is typed. */
export function FactsQuestion({ sheet, licence, brief = false }: Props) {
  const t = applyTexts.useTexts()
  return (
    <>
      <Facts facts={[...factsOf(licence, sheet, t), ...(brief ? [] : fetchedOf(sheet, t))]} />
      <WindowCallout sheet={sheet} />
      {brief || sheet.service === 'change' ? null : <p className="quiet">{t('factsWrong')}</p>}
    </>
  )
}

function factsOf(licence: LicenceCard, { renewal }: ServiceSheet, t: Texts): Fact[] {
  const { suspension } = licence
  return [
    { label: t('shopName'), value: licence.shopName },
    { label: t('operator'), value: licence.operatorName },
    { label: t('licenceNo'), value: licence.licenceNo },
    { label: t('address'), value: licence.address },
    { label: t('scope'), value: registerWords(licence.scope) },
    { label: t('validTo'), value: formatDay(licence.validTo) },
    ...(renewal ? [{ label: t('newValidTo'), value: formatDay(renewal.newValidTo), strong: true }] : []),
    ...(suspension
      ? [
          {
            label: t('suspendedNow'),
            value: t('suspendedTerm', { from: formatDayShort(suspension.from), to: formatDayShort(suspension.to) }),
            strong: true,
          },
        ]
      : []),
  ]
}

/** 电子证照 fetched instead of asked for (ZX 7, 10); on a brief page the list of papers says it, where papers are needed. */
const fetchedOf = ({ known }: ServiceSheet, t: Texts): Fact[] =>
  known.business === null ? [] : [{ label: t('fetched'), value: t('fetchedBusiness') }]

/** Whether the filing is in time, and that a person will look where the rules already know it. */
function WindowCallout({ sheet: { renewal, outcome } }: { sheet: ServiceSheet }) {
  const t = applyTexts.useTexts()
  if (!renewal) return null
  const late = renewal.window === 'late' || renewal.window === 'expired'
  const text =
    renewal.window === 'expired'
      ? t('windowExpired')
      : t(late ? 'windowLate' : 'windowOpen', { day: formatDay(renewal.lastTimelyDay) })
  return (
    <Callout tone={late || outcome === 'person' ? 'wait' : 'info'}>
      <p>
        <strong>{t('window')}</strong> {text}
      </p>
      {outcome === 'person' && !late ? <p>{t('personAhead')}</p> : null}
    </Callout>
  )
}
