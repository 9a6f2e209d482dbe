import type { ApplicationRow, LicenceCard } from '#contract/licensing'
import { dayOfInstant, formatDay, formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { registerWords } from '../../shared/register-words.ts'
import { applyTexts } from '../apply/texts.ts'
import { Facts } from '../kit/facts.tsx'
import { queryTexts } from './texts.ts'
import './record.css'

interface Props {
  licence: LicenceCard
  applications: readonly ApplicationRow[]
}

/** 查询: the licence as it stands and how far its applications are. Not a licensing act, nothing is decided. */
export function Record({ licence, applications }: Props) {
  const t = queryTexts.useTexts()
  const words = applyTexts.useTexts()
  const period = t('periodValue', { from: formatDayShort(licence.validFrom), to: formatDayShort(licence.validTo) })
  const left = licence.daysLeft >= 0 ? t('daysLeft', { days: licence.daysLeft }) : ''
  return (
    <>
      <Facts
        facts={[
          { label: t('state'), value: pick(licence.stateLabel, licence.stateLabelEn), strong: true },
          { label: words('shopName'), value: licence.shopName },
          { label: words('operator'), value: licence.operatorName },
          { label: words('licenceNo'), value: licence.licenceNo },
          { label: words('address'), value: licence.address },
          { label: words('scope'), value: registerWords(licence.scope) },
          { label: t('period'), value: period + left },
        ]}
      />
      <section className="progress">
        <h2>{t('applications')}</h2>
        {applications.length === 0 ? <p>{t('none')}</p> : null}
        <ul>
          {applications.map(application => (
            <li key={application.applicationNo}>
              <strong>
                {pick(application.serviceLabel, application.serviceLabelEn ?? '')} ·{' '}
                {pick(application.stateLabel, application.stateLabelEn ?? '')}
              </strong>
              <span>{t('received', { day: formatDay(dayOfInstant(application.receivedAt)) })}</span>
              {application.clock === null ? null : <span>{t('due', { day: formatDay(application.clock.dueOn) })}</span>}
              {application.nextStep === null ? null : (
                <span>{pick(application.nextStep, application.nextStepEn ?? '')}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <p className="quiet">{t('printWhat')}</p>
    </>
  )
}
