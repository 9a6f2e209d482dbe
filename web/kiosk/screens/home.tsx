import { Choices } from '../../services/kit/button.tsx'
import { Callout } from '../../services/kit/facts.tsx'
import { freshKey } from '../../shared/api.ts'
import { CardDrawing } from '../drawings/drawings.tsx'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import { closedBecause } from '../visit/closed.ts'
import { type Service, services } from '../visit/state.ts'
import { TroubleWordsPage } from './trouble.tsx'

/** What can be done here; where nothing can be begun, why not, before anybody types a word. */
export function HomePage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const closed = closedBecause(kiosk)
  if (closed !== undefined) return <TroubleWordsPage kiosk={kiosk} send={send} trouble={{ code: closed }} />
  const { notice, printer } = kiosk.device ?? {}
  const noPaper = printer?.state === 'stopped' || printer?.state === 'absent'
  return (
    <Frame kiosk={kiosk} send={send} title={t('homeTitle')} say="home" drawing={<CardDrawing reading={false} />}>
      {notice === undefined ? null : (
        <Callout tone="info">
          <p>{notice}</p>
        </Callout>
      )}
      <ServiceChoices send={send} />
      <p>{t('homeHint')}</p>
      {noPaper ? (
        <Callout tone="wait">
          <p>{t('noPaperNow')}</p>
        </Callout>
      ) : null}
    </Frame>
  )
}

/** Services that are not yet offered are simply not shown. */
export function ServiceChoices({ send }: Pick<PageProps, 'send'>) {
  const t = texts.useTexts()
  return (
    <Choices
      choices={services.map(service => ({ key: service, label: t(service), detail: t(`${service}Detail`) }))}
      onChoose={key => send({ is: 'serviceChosen', service: key as Service, key: freshKey() })}
    />
  )
}
