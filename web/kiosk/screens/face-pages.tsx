import { useEffect, useRef, useState } from 'react'
import { type FaceResult, faceTerms } from '#contract/access'
import { Button, Choices } from '../../services/kit/button.tsx'
import { Callout, Facts } from '../../services/kit/facts.tsx'
import { useLanguage } from '../../shared/language.ts'
import type { Movement } from '../face/challenge.ts'
import type { Impossible } from '../face/compare.ts'
import { faceTexts } from '../face/texts.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import './face-pages.css'

const ways = [
  ['code', 'byCode'],
  ['face', 'byFace'],
  ['card', 'byCard'],
  ['help', 'byHelp'],
] as const

/** 核对本人: equal ways of one size, in few words; no face is ever needed. */
export function WayChoices({ kiosk, send }: PageProps) {
  const t = faceTexts.useTexts()
  const face = kiosk.visit.session?.portrait === true
  const choose = (key: string) =>
    key === 'code' || key === 'face' || key === 'card'
      ? send({ is: 'proofChosen', way: key })
      : send({ is: 'helpWanted' })
  const choices = ways.filter(([key]) => face || key !== 'face').map(([key, label]) => ({ key, label: t(label) }))
  return (
    <section className="page-part" aria-label={t('proofTitle')}>
      <h2>{t('proofAsk')}</h2>
      <Choices low choices={choices} onChoose={choose} />
      {face ? (
        <Button kind="quiet" onPress={() => send({ is: 'faceWithdrawWanted' })}>
          {t('withdraw')}
        </Button>
      ) : null}
    </section>
  )
}

/** 换个办法: after a way that did not work, and after consent was withdrawn. */
export function ProofPage({ kiosk, send, note }: PageProps & { note: Impossible | 'withdrawn' | undefined }) {
  const t = faceTexts.useTexts()
  return (
    <Frame kiosk={kiosk} send={send} title={t('proofTitle')} say="proof" back={() => send({ is: 'back' })}>
      {note === undefined ? (
        <p>{t('proofWhy')}</p>
      ) : (
        <Callout tone={note === 'withdrawn' ? 'good' : 'wait'}>
          <p>{t(note)}</p>
        </Callout>
      )}
      <WayChoices kiosk={kiosk} send={send} />
    </Frame>
  )
}

/** 单独同意: its own page, its own words, and two answers of one size. */
export function FaceTermsPage({ kiosk, send }: PageProps) {
  const t = faceTexts.useTexts()
  const terms = faceTerms[useLanguage()]
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('termsTitle')}
      say="faceTerms"
      back={() => send({ is: 'back' })}
      other={{ label: t('disagree'), press: () => send({ is: 'proofChosen', way: 'card' }) }}
      main={{ label: t('agree'), press: () => send({ is: 'faceAgreed' }) }}
      mainKind="plain"
    >
      <Facts facts={terms.map(([label, value]) => ({ label, value }))} />
    </Frame>
  )
}

const says = { blink: 'faceBlink', turn: 'faceTurn' } as const

/** The camera; what it sees never leaves this page's memory. The comparison itself is loaded here and not before. */
export function FaceCameraPage({ kiosk, send }: PageProps) {
  const t = faceTexts.useTexts()
  const video = useRef<HTMLVideoElement>(null)
  const [movement, ask] = useState<Movement>()
  useEffect(() => {
    const gone = new AbortController()
    const { signal } = gone
    const work = async () => {
      const { compareFace } = await import('../face/compare.ts')
      return video.current ? compareFace({ video: video.current, signal, ask }) : ('noCamera' as const)
    }
    work()
      .catch(() => 'noEngine' as const)
      .then(seen => {
        if (!signal.aborted) send({ is: 'faceSeen', seen })
      })
    return () => gone.abort()
  }, [send])
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(movement ?? 'starting')}
      say={movement ? says[movement] : 'faceStarting'}
      back={() => send({ is: 'back' })}
    >
      <video ref={video} className="face-video" muted playsInline aria-label={t('video')} />
      <p>{t(movement ? 'moveHint' : 'startingHint')}</p>
    </Frame>
  )
}

export function FaceResultPage({ kiosk, send, result, triesLeft }: PageProps & FaceOutcome) {
  const t = faceTexts.useTexts()
  const withdraw = { label: t('withdraw'), press: () => send({ is: 'faceWithdrawWanted' }) }
  if (result === 'passed') {
    const main = { label: t('next'), press: () => send({ is: 'proofDone' }) }
    return (
      <Frame
        kiosk={kiosk}
        send={send}
        title={t('passedTitle')}
        tone="good"
        say="facePassed"
        other={withdraw}
        main={main}
      >
        <p>{t('passedWhat')}</p>
      </Frame>
    )
  }
  const again = { key: 'again', label: t('tryAgain'), detail: t('tryAgainDetail', { tries: triesLeft }) }
  const choices = [
    { key: 'goOn', label: t('goOn'), detail: t('goOnDetail') },
    { key: 'help', label: t('byHelp') },
    ...(triesLeft > 0 ? [again] : []),
  ]
  const events = { goOn: 'proofDone', help: 'helpWanted', again: 'faceReady' } as const
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t(result === 'grey' ? 'greyTitle' : 'failedTitle')}
      tone="wait"
      say="faceNotPassed"
      other={withdraw}
    >
      <p>{t('otherWhat')}</p>
      <Choices choices={choices} onChoose={key => send({ is: events[key as keyof typeof events] })} />
    </Frame>
  )
}

interface FaceOutcome {
  result: FaceResult
  triesLeft: number
}
