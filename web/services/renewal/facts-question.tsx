import type { RenewalSheet } from '#contract/licensing'
import { formatDay } from '../../shared/format.ts'
import { Callout, Facts } from '../kit/facts.tsx'
import { renewalTexts } from './texts.ts'

/** Question 1: is this your licence? Everything is known already; nothing is typed. */
export function FactsQuestion({ sheet }: { sheet: RenewalSheet }) {
  const t = renewalTexts.useTexts()
  const { licence } = sheet
  const late = sheet.window === 'late' || sheet.window === 'expired'
  const windowText =
    sheet.window === 'expired'
      ? t('windowExpired')
      : t(late ? 'windowLate' : 'windowOpen', { day: formatDay(sheet.lastTimelyDay) })
  return (
    <>
      <Facts
        facts={[
          { label: t('shopName'), value: licence.shopName },
          { label: t('operator'), value: licence.operatorName },
          { label: t('licenceNo'), value: licence.licenceNo },
          { label: t('address'), value: licence.address },
          { label: t('scope'), value: licence.scope.join('、') },
          { label: t('validTo'), value: formatDay(licence.validTo) },
          { label: t('newValidTo'), value: formatDay(sheet.newValidTo), strong: true },
        ]}
      />
      <Callout tone={late || sheet.outcome === 'person' ? 'wait' : 'info'}>
        <p>
          <strong>{t('window')}</strong> {windowText}
        </p>
        {sheet.outcome === 'person' && !late ? <p>{t('personAhead')}</p> : null}
      </Callout>
      <p className="quiet">{t('factsWrong')}</p>
    </>
  )
}
