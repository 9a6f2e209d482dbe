import { Callout, Facts } from '../../services/kit/facts.tsx'
import { texts as filmTexts } from '../../shared/film/texts.ts'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'

/** 撤回: asked once more, with what it means, because it cannot be undone. */
export function WithdrawConfirmPage({ kiosk, send, applicationNo }: PageProps & { applicationNo: string }) {
  const t = texts.useTexts()
  const ft = filmTexts.useTexts()
  const file = kiosk.visit.applications.find(application => application.applicationNo === applicationNo)
  const service = file ? pick(file.serviceLabel, file.serviceLabelEn ?? '') : ''
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('withdrawTitle', { service })}
      say="withdraw"
      back={() => send({ is: 'back' })}
      other={{ label: ft('watch'), press: () => send({ is: 'filmWanted' }) }}
      main={{ label: t('withdrawYes'), press: () => send({ is: 'withdrawConfirmed' }) }}
    >
      <Facts facts={[{ label: t('resultNumber'), value: applicationNo }]} />
      <Callout tone="wait">
        <p>{t('withdrawWhat')}</p>
      </Callout>
    </Frame>
  )
}

export function WithdrawnPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('withdrawnTitle')}
      tone="good"
      say="withdrawn"
      other={{ label: t('otherService'), press: () => send({ is: 'back' }) }}
      main={{ label: t('exit'), press: () => send({ is: 'exit' }) }}
    >
      <p>{t('withdrawnWhat')}</p>
    </Frame>
  )
}
