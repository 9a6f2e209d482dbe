import { Callout } from '../../services/kit/facts.tsx'
import { PaperDrawing } from '../drawings/drawings.tsx'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { texts } from '../texts.ts'
import type { Face } from '../visit/state.ts'

const titles = { original: 'takeTitle', query: 'takeTitleQuery', receipt: 'takeTitleReceipt' } as const

/** 取纸: the printer says that it printed; the person says whether the paper is there. */
export function TakePaperPage({ kiosk, send, face }: PageProps & { face: Face }) {
  const t = texts.useTexts()
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(titles[face])}
      say="takePaper"
      drawing={<PaperDrawing />}
      {...answers({ kiosk, send }, t)}
    >
      <p>{t('takeQuestion')}</p>
    </Frame>
  )
}

/** 结果不明: nobody prints again by himself; the person looks. */
export function PaperUnknownPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('unknownTitle')}
      tone="wait"
      say="paperUnknown"
      drawing={<PaperDrawing />}
      {...answers({ kiosk, send }, t)}
    >
      <p>{t('unknownWhy')}</p>
      <Callout tone="wait">
        <p>{t('unknownNext')}</p>
      </Callout>
    </Frame>
  )
}

const answers = ({ send }: PageProps, t: ReturnType<typeof texts.useTexts>) => ({
  other: { label: t('notGot'), press: () => send({ is: 'paperAnswered', received: false }) },
  main: { label: t('gotIt'), press: () => send({ is: 'paperAnswered', received: true }) },
})

export function PaperMissingPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const main = { label: t('exit'), press: () => send({ is: 'exit' }) }
  return (
    <Frame kiosk={kiosk} send={send} title={t('missingTitle')} tone="wait" say="paperMissing" main={main}>
      <Callout tone="wait">
        <p>{t('missingNext')}</p>
      </Callout>
    </Frame>
  )
}

export function FinishedPage({ kiosk, send }: PageProps) {
  const t = texts.useTexts()
  const main = { label: t('exit'), press: () => send({ is: 'exit' }) }
  const other = { label: t('otherService'), press: () => send({ is: 'back' }) }
  return (
    <Frame kiosk={kiosk} send={send} title={t('finishedTitle')} tone="good" say="finished" main={main} other={other}>
      <p>{t('finishedHint')}</p>
    </Frame>
  )
}
