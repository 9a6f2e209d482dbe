import { type ReactNode, useState } from 'react'
import { answersToSend, decideService, requestFacts, type ServiceSheet, services } from '#contract/licensing'
import { AskedQuestion, needsButton, titleOf } from '../../services/apply/asked-question.tsx'
import { DeliverQuestion } from '../../services/apply/deliver-question.tsx'
import { NoticeQuestion } from '../../services/apply/notice-question.tsx'
import { PhoneEntry } from '../../services/apply/phone-question.tsx'
import { PositionQuestion } from '../../services/apply/position-question.tsx'
import type { Drawing } from '../../services/apply/signature.ts'
import { SignatureQuestion } from '../../services/apply/signature-question.tsx'
import { applyTexts } from '../../services/apply/texts.ts'
import { Findings } from '../../services/law/findings.tsx'
import type { Act } from '../apply/question-frame.tsx'
import { BusinessFacts, BusinessQuestion, CodeHelp } from './code-pages.tsx'
import { ConfirmQuestion } from './confirm-page.tsx'
import { rowsOf } from './confirm-rows.ts'
import { type NewAnswer, type NewFlow, type NewStep, questionOf } from './flow.ts'
import { texts } from './texts.ts'

interface Props {
  flow: NewFlow
  step: NewStep
  onGive: (given: NewAnswer) => void
  children: (title: string, body: ReactNode, acts: readonly Act[]) => ReactNode
}

const noDrawing: Drawing = { width: 0, height: 0, strokes: [] }

/** One page of the application: the shared questions, and the pages that only 新办 has. */
export function NewQuestion({ flow, step, onGive, children: frame }: Props) {
  const t = texts.useTexts()
  const apply = applyTexts.useTexts()
  const { sheet, answers, at } = flow
  const wrong = at.name === 'question' && at.wrong
  const [draft, setDraft] = useState(() => answers.said[step.slice('asked.'.length)] ?? '')
  const [digits, setDigits] = useState('')
  const [drawing, setDrawing] = useState(noDrawing)
  if (!sheet) return null
  switch (step) {
    case 'business':
      return frame(
        t('businessTitle'),
        <BusinessQuestion
          offered={flow.offered}
          onChoose={creditCode => onGive({ question: 'business', creditCode })}
          onType={() => onGive({ question: 'typeCode' })}
        />,
        [],
      )
    case 'facts':
      return frame(t('factsTitle'), <BusinessFacts sheet={sheet} />, [
        { label: t('factsRight'), press: () => onGive({ question: 'facts' }) },
      ])
    case 'confirm':
      return frame(
        t('confirmTitle'),
        <ConfirmQuestion
          rows={rowsOf(flow, { t, apply })}
          onChange={change => onGive({ question: 'change', step: change })}
          onPlace={value => onGive({ question: 'asked.position', value })}
        />,
        [{ label: t('confirmRight'), press: () => onGive({ question: 'confirm' }) }],
      )
    case 'checked':
      return frame(t('checkedTitle'), <CheckedSoFar sheet={sheet} said={answers.said} />, [
        { label: t('checkedOn'), press: () => onGive({ question: 'checked' }) },
      ])
    case 'deliver':
      return frame(
        apply('deliverTitle'),
        <DeliverQuestion address={t('deliverHere')} onChoose={mode => onGive({ question: 'deliver', mode })} />,
        [],
      )
    case 'phone':
      return frame(t('numberTitle'), <PhoneEntry digits={digits} wrong={wrong} onChange={setDigits} />, [
        { label: apply('phoneDone'), press: () => onGive({ question: 'phone', number: digits }) },
      ])
    case 'signature':
      // As at a terminal: the notice stands where it is signed, and signing it is one act.
      return frame(
        apply('signNoticeTitle'),
        <>
          <NoticeQuestion notice={sheet.notice} />
          <SignatureQuestion drawing={drawing} wrong={wrong} onChange={setDrawing} />
        </>,
        [
          {
            label: apply('agreeSubmit'),
            press: () => onGive({ question: 'signature', drawing, version: sheet.notice.version }),
          },
        ],
      )
    default: {
      const question = questionOf(step)
      if (!question) return null
      const send = (value: string) => onGive({ question: step, value })
      const body = (
        <>
          {question.kind === 'position' ? (
            <PositionQuestion {...{ question, draft }} known={sheet.known} said={answers.said} onAnswer={send} />
          ) : (
            <AskedQuestion
              {...{ question, draft }}
              known={sheet.known}
              said={answers.said}
              onDraft={setDraft}
              onAnswer={send}
              typing
            />
          )}
          {question.key === 'creditCode' ? <CodeHelp sheet={sheet} onCode={send} /> : null}
          {wrong ? (
            <p className="callout callout-bad" role="alert">
              {t('wrong')}
            </p>
          ) : null}
        </>
      )
      const ready = needsButton(question) && draft.trim() !== ''
      return frame(
        titleOf(question),
        body,
        ready ? [{ label: apply('choiceDone'), press: () => send(draft.trim()) }] : [],
      )
    }
  }
}

/** 提交前核对: the very rules of the server on everything that was said, with reasons and articles. */
function CheckedSoFar({ sheet, said }: { sheet: ServiceSheet; said: NewFlow['answers']['said'] }) {
  const t = texts.useTexts()
  const { known, facts, policy } = sheet
  const request = requestFacts('issue', answersToSend(services.issue.questions, said, known), known)
  const { findings } = decideService({ ...facts, request }, policy)
  return (
    <>
      <p>{t('checkedIntro')}</p>
      <Findings findings={findings.filter(({ rule }) => rule !== 'R18')} />
    </>
  )
}
