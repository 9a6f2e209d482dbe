import type { ReactNode } from 'react'
import { Callout } from '../../services/kit/facts.tsx'
import { LawBasis } from '../../services/law/law-basis.tsx'
import { useLanguage } from '../../shared/language.ts'
import { CardDrawing } from '../drawings/drawings.tsx'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { mayTryAgain, wordsOf } from '../problems/catalogue.ts'
import { troublePrompt } from '../speech/prompts.ts'
import { texts } from '../texts.ts'
import type { Effect, Screen, Trouble } from '../visit/state.ts'
import './trouble.css'

interface WordsProps extends PageProps {
  trouble: Trouble
  again?: Screen | Effect | undefined
  back?: (() => void) | undefined
  /** What helps beside the words. */
  children?: ReactNode
}

/** 发生了什么 · 为什么（依据）· 接下来怎么办: the three parts of every fault and every refusal. */
export function TroubleWordsPage({ kiosk, send, trouble, again, back, children }: WordsProps) {
  const t = texts.useTexts()
  useLanguage()
  const words = wordsOf(trouble)
  const retry = again !== undefined && 'do' in again && mayTryAgain(words.code, trouble)
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={words.title}
      tone={tones[words.code] ?? 'bad'}
      say={words.code === 'starting' ? 'working' : troublePrompt(words.code)}
      back={back}
      drawing={cardTroubles.includes(words.code) ? <CardDrawing reading={false} /> : undefined}
      main={mainOf()}
    >
      {words.why === undefined ? null : (
        <section className="trouble-part">
          <h2>{t('why')}</h2>
          <p>{words.why}</p>
        </section>
      )}
      <LawBasis basis={words.basis} />
      {children}
      <Callout tone="info">
        <h2 className="trouble-next">{t('whatNext')}</h2>
        <p>{words.next}</p>
      </Callout>
    </Frame>
  )
  function mainOf() {
    if (retry) return { label: t('again'), press: () => send({ is: 'again' }) }
    return back === undefined ? undefined : { label: t('exit'), press: () => send({ is: 'exit' }) }
  }
}

/** A machine that starts is no fault, and a matter that was received is none either. */
const tones: Partial<Record<string, 'wait'>> = {
  starting: 'wait',
  outsideHours: 'wait',
  agentLost: 'wait',
  actHeld: 'wait',
  answerUnknown: 'wait',
}

/** Faults that the citizen can mend by laying the card again. */
const cardTroubles: readonly string[] = ['noCard', 'cardUnreadable', 'cardPulled']

/** A trouble in the middle of a visit. */
export function TroublePage(props: PageProps & { trouble: Trouble; again: Screen | Effect | undefined }) {
  const { send, again } = props
  // After a failed print the way back leads to the result, from where a new print may be asked for.
  const toResult = again !== undefined && 'name' in again
  return <TroubleWordsPage {...props} back={() => send({ is: toResult ? 'again' : 'back' })} />
}
