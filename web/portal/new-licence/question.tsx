import { type ReactNode, useState } from 'react'
import { answersToSend, decideService, requestFacts, type ServiceSheet, services } from '#contract/licensing'
import type { ApplyAnswer } from '../../services/apply/answers.ts'
import { AskedQuestion, needsButton, titleOf } from '../../services/apply/asked-question.tsx'
import { DeliverQuestion } from '../../services/apply/deliver-question.tsx'
import { NoticeQuestion, noticeTitle } from '../../services/apply/notice-question.tsx'
import { PhoneEntry } from '../../services/apply/phone-question.tsx'
import { PositionQuestion } from '../../services/apply/position-question.tsx'
import type { Drawing } from '../../services/apply/signature.ts'
import { SignatureQuestion } from '../../services/apply/signature-question.tsx'
import { applyTexts } from '../../services/apply/texts.ts'
import { Facts } from '../../services/kit/facts.tsx'
import { Findings } from '../../services/law/findings.tsx'
import type { Act } from '../apply/question-frame.tsx'
import { type NewFlow, type NewStep, questionOf } from './flow.ts'
import { texts } from './texts.ts'

type Given = ApplyAnswer | { readonly question: 'checked' }

interface Props {
  flow: NewFlow
  step: NewStep
  onGive: (given: Given) => void
  children: (title: string, body: ReactNode, acts: readonly Act[]) => ReactNode
}

const noDrawing: Drawing = { width: 0, height: 0, strokes: [] }

/** One page of the application: the shared questions, and the three pages that only 新办 has. */
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
    case 'facts':
      return frame(t('factsTitle'), <BusinessFacts sheet={sheet} />, [
        { label: t('factsRight'), press: () => onGive({ question: 'facts' }) },
      ])
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
    case 'notice':
      return frame(noticeTitle(sheet.notice), <NoticeQuestion notice={sheet.notice} />, [
        { label: apply('noticeAgree'), press: () => onGive({ question: 'notice', version: sheet.notice.version }) },
      ])
    case 'signature':
      return frame(apply('signTitle'), <SignatureQuestion drawing={drawing} wrong={wrong} onChange={setDrawing} />, [
        { label: apply('submit'), press: () => onGive({ question: 'signature', drawing }) },
      ])
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

/** What the market regulator says: confirmed, never typed. */
function BusinessFacts({ sheet: { known } }: { sheet: ServiceSheet }) {
  const t = texts.useTexts()
  const { business } = known
  if (!business) return null
  return (
    <>
      <Facts
        facts={[
          { label: t('shop'), value: business.name, strong: true },
          { label: t('operator'), value: business.operatorName },
          { label: t('address'), value: business.address },
        ]}
      />
      <p className="quiet">{t('factsWrong')}</p>
    </>
  )
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
