import { useRef, useState } from 'react'
import { reportRoutes } from '#contract/intelligence'
import { callAsNobody, freshKey, Problem } from '../../shared/api.ts'
import type { PageProps } from '../frame/frame.tsx'
import { type Answers, reportText } from './answers.ts'
import { CheckPage } from './check-page.tsx'
import { DonePage } from './done-page.tsx'
import { NumberPage } from './number-page.tsx'
import { type ChoiceStep, QuestionPage } from './question-page.tsx'

type Step = ChoiceStep | 'number' | 'check' | 'done'

/** Where 上一步 leads; from the first question, out. */
const before: Readonly<Record<Step, Step | 'out'>> = {
  ...{ matter: 'out', moreMatter: 'matter', town: 'matter', place: 'town', time: 'place', known: 'time' },
  ...{ number: 'known', check: 'known', done: 'out' },
}

/**
 * 举报 at the terminal: without a card, without a name, by choices. All that is said lives in this page and goes with it; the visit
 * of the terminal knows only that a report is open.
 */
export default function ReportPage({ kiosk, send }: PageProps) {
  const [step, setStep] = useState<Step>('matter')
  const [answers, setAnswers] = useState<Answers>({})
  const [receipt, setReceipt] = useState('')
  const [wrong, setWrong] = useState<Problem>()
  const [sending, setSending] = useState(false)
  const once = useRef({ key: freshKey(), nonce: freshKey().replaceAll('-', '') })
  const say = (more: Answers, next: Step) => {
    setAnswers(now => ({ ...now, ...more }))
    setStep(next)
  }
  const back = () => {
    const to = before[step]
    if (to === 'out') return send({ is: 'exit' })
    setStep(to)
  }
  const submit = async () => {
    setSending(true)
    setWrong(undefined)
    try {
      const { matter = 'other', town } = answers
      const reply = await callAsNobody(reportRoutes.report, {
        body: {
          ...{ channel: 'kiosk', matter, text: reportText(answers), photos: [], nonce: once.current.nonce },
          ...(town === undefined ? {} : { areaCode: town.code }),
        },
        idempotencyKey: once.current.key,
        patience: 60_000,
      })
      setReceipt(reply.receipt)
      setAnswers({})
      setStep('done')
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      // What was refused is asked anew under another key; what was lost on the way is the same report.
      if (error.status !== 0) once.current = { key: freshKey(), nonce: freshKey().replaceAll('-', '') }
      setWrong(error)
    } finally {
      setSending(false)
    }
  }
  const page = { kiosk, send, answers, back }
  if (step === 'done') return <DonePage kiosk={kiosk} send={send} receipt={receipt} />
  if (step === 'check') return <CheckPage {...page} sending={sending} wrong={wrong} submit={() => void submit()} />
  if (step === 'number') return <NumberPage {...page} said={number => say({ number }, 'check')} />
  return <QuestionPage key={step} {...page} step={step} say={say} />
}
