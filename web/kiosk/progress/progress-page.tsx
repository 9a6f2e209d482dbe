import { useState } from 'react'
import { draftCodeLetters, type Progress, progressRoutes } from '#contract/licensing'
import { CodePad } from '../../services/kit/code-pad.tsx'
import { callAsNobody, Problem } from '../../shared/api.ts'
import { formatDay, formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { progressTexts } from './texts.ts'

const digits = [...'1234567890']
const numberLength = 14
const codeLength = 6

type Step = 'number' | 'code' | 'asking'
type Answer = { readonly progress: Progress } | { readonly words: string }

/**
 * 办件进度 at the terminal without a card: the number and the code of the receipt. Both live on this page only and go with it; who holds them
 * sees how far the matter is, and nothing of the person or the shop.
 */
export default function ProgressPage({ kiosk, send }: PageProps) {
  const t = progressTexts.useTexts()
  const [step, setStep] = useState<Step>('number')
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  const [answer, setAnswer] = useState<Answer>()
  const exit = { label: t('exit'), press: () => send({ is: 'exit' }) }
  const ask = async () => {
    setStep('asking')
    const applicationNo = `R${number.slice(0, 8)}-${number.slice(8)}`
    try {
      const progress = await callAsNobody(progressRoutes.progress, { params: { applicationNo }, query: { code } })
      setAnswer({ progress })
    } catch (error) {
      setAnswer({ words: error instanceof Problem ? `${error.title}${error.next}` : t('failed') })
    }
  }
  const onwards = (typed: string, length: number, go: () => void) => () => {
    setShort(typed.length < length)
    if (typed.length === length) go()
  }
  const page = { kiosk, send, say: null } as const
  if (answer && 'progress' in answer) return <Found {...page} progress={answer.progress} exit={exit} />
  if (answer) {
    const again = () => {
      setAnswer(undefined)
      setCode('')
      setStep('number')
    }
    return (
      <Frame {...page} title={t('failed')} tone="wait" main={{ label: t('again'), press: again }} other={exit}>
        <p>{answer.words}</p>
      </Frame>
    )
  }
  if (step === 'asking') return <Frame {...page} title={t('asking')} />
  if (step === 'number')
    return (
      <Frame
        {...page}
        title={t('numberTitle')}
        back={exit.press}
        main={{ label: t('next'), press: onwards(number, numberLength, () => setStep('code')) }}
      >
        <p>{t('numberHint')}</p>
        <CodePad
          label={t('numberLabel')}
          letters={digits}
          length={numberLength}
          typed={number}
          error={short ? t('numberShort') : undefined}
          onChange={setNumber}
        />
      </Frame>
    )
  return (
    <Frame
      {...page}
      title={t('codeTitle')}
      back={() => setStep('number')}
      main={{ label: t('ask'), press: onwards(code, codeLength, () => void ask()) }}
    >
      <p>{t('codeHint')}</p>
      <CodePad
        label={t('codeLabel')}
        letters={draftCodeLetters}
        length={codeLength}
        typed={code}
        error={short ? t('codeShort') : undefined}
        onChange={setCode}
      />
    </Frame>
  )
}

function Found(props: PageProps & { progress: Progress; exit: { label: string; press: () => void } }) {
  const { kiosk, send, progress, exit } = props
  const t = progressTexts.useTexts()
  const { dueOn, nextStep } = progress
  const title = t('found', {
    service: pick(progress.serviceLabel, progress.serviceLabelEn),
    state: pick(progress.stateLabel, progress.stateLabelEn),
  })
  return (
    <Frame kiosk={kiosk} send={send} say={null} title={title} main={exit}>
      <p>{t('number', { no: progress.applicationNo })}</p>
      <p>{t('received', { at: formatInstant(progress.receivedAt) })}</p>
      {dueOn === null ? null : (
        <p>{t('due', { label: pick(progress.dueLabel ?? '', progress.dueLabelEn ?? ''), day: formatDay(dueOn) })}</p>
      )}
      {nextStep === null ? null : <p>{t('step', { step: pick(nextStep, progress.nextStepEn ?? '') })}</p>}
    </Frame>
  )
}
