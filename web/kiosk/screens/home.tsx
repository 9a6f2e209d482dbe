import { services } from '#contract/licensing'
import { Choices } from '../../services/kit/button.tsx'
import { Callout } from '../../services/kit/facts.tsx'
import { freshKey } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { CardDrawing } from '../drawings/drawings.tsx'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import { type Closed, closedBecause } from '../visit/closed.ts'
import { type Offer, offers, pairs, type Service } from '../visit/state.ts'
import { ClosedPage } from './closed-page.tsx'
import { Nearby } from './nearby.tsx'
import { TroubleWordsPage } from './trouble.tsx'

/** What can be done here; where nothing can be begun, why not, before anybody types a word. */
export function HomePage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const closed = closedBecause(kiosk)
  if (closed === 'outsideHours') return <ClosedPage kiosk={kiosk} send={send} />
  if (closed !== undefined)
    return (
      <TroubleWordsPage kiosk={kiosk} send={send} trouble={{ code: closed }}>
        {elsewhere.includes(closed) ? <Nearby /> : null}
      </TroubleWordsPage>
    )
  const { notice, printer } = kiosk.device ?? {}
  const noPaper = printer?.state === 'stopped' || printer?.state === 'absent'
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('homeTitle')}
      say="home"
      drawing={<CardDrawing reading={false} />}
      other={{ label: t('report'), press: () => send({ is: 'reportWanted' }) }}
      aside={{ label: t('law'), press: () => send({ is: 'lawWanted' }) }}
    >
      {notice === undefined ? null : (
        <Callout tone="info">
          <p>{notice}</p>
        </Callout>
      )}
      <ServiceChoices send={send} />
      {notice === undefined ? <p>{t('homeHint')}</p> : null}
      {noPaper ? (
        <Callout tone="wait">
          <p>{t('noPaperNow')}</p>
        </Callout>
      ) : null}
    </Frame>
  )
}

/** Out of order for longer than somebody waits: then it says where the next machine is. */
const elsewhere: readonly Closed[] = ['uplinkDown', 'readerAbsent', 'storageFull']

/** Five offers; two of them open into a pair. */
export function ServiceChoices({ send }: Pick<PageProps, 'send'>) {
  const t = texts.useTexts()
  const choose = (offer: Offer) =>
    offer === 'pause' || offer === 'paperOrEnd'
      ? send({ is: 'pairWanted', pair: offer })
      : send({ is: 'serviceChosen', service: offer, key: freshKey() })
  return (
    <Choices
      choices={offers.map(offer => ({ key: offer, label: t(offer), detail: t(`${offer}Detail`) }))}
      onChoose={key => choose(key as Offer)}
    />
  )
}

/** Which of the two: 停业 or 恢复营业, 补办 or 歇业. */
export function ChoosePairPage({ kiosk, send, pair }: PageProps & { pair: keyof typeof pairs }) {
  const t = texts.useTexts()
  return (
    <Frame kiosk={kiosk} send={send} title={t('choosePairTitle')} say="choosePair" back={() => send({ is: 'back' })}>
      <Choices
        choices={pairs[pair].map(code => ({
          key: code,
          label: pick(services[code].name.zh, services[code].name.en),
          detail: pick(services[code].detail.zh, services[code].detail.en),
        }))}
        onChoose={key => send({ is: 'serviceChosen', service: key as Service, key: freshKey() })}
      />
    </Frame>
  )
}
