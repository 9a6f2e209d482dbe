import { type ReactNode, useState } from 'react'
import type { ApplyAnswer } from '../../services/apply/answers.ts'
import { AskedQuestion, needsButton, titleOf } from '../../services/apply/asked-question.tsx'
import { DeliverQuestion } from '../../services/apply/deliver-question.tsx'
import { FactsQuestion } from '../../services/apply/facts-question.tsx'
import { NoticeQuestion, noticeTitle } from '../../services/apply/notice-question.tsx'
import { PhoneEntry, PhoneQuestion } from '../../services/apply/phone-question.tsx'
import type { Drawing } from '../../services/apply/signature.ts'
import { SignatureQuestion } from '../../services/apply/signature-question.tsx'
import { papersOf, questionOf } from '../../services/apply/steps.ts'
import { applyTexts } from '../../services/apply/texts.ts'
import { DocumentPanel } from '../../services/documents/document-panel.tsx'
import { answered, back, draftOf, placeOf, standingOf } from './flow.ts'
import type { FlowProps } from './flow-pages.tsx'
import { type Act, QuestionFrame } from './question-frame.tsx'

/** One question: the same parts as at the terminal, on a page for one thumb. */
export function QuestionPage({ flow, setFlow, door }: FlowProps) {
  const { at, sheet, answers } = flow
  const t = applyTexts.useTexts()
  const step = at.name === 'question' ? at.step : 'phone'
  const wrong = 'wrong' in at && at.wrong
  const [draft, setDraft] = useState(() => answers.said[step.slice('asked.'.length)] ?? '')
  const [digits, setDigits] = useState('')
  const [drawing, setDrawing] = useState<Drawing>({ width: 0, height: 0, strokes: [] })
  if (!sheet?.licence) return null
  const give = (given: ApplyAnswer) => setFlow(answered(flow, given))
  const before = back(flow)
  const frame = (title: string, body: ReactNode, ...acts: readonly Act[]) => (
    <QuestionFrame
      title={title}
      acts={acts}
      place={placeOf(flow)}
      goBack={before && (() => setFlow(before))}
      draft={flow.mandate === undefined ? draftOf(flow) : undefined}
    >
      {body}
    </QuestionFrame>
  )
  if (at.name === 'phoneEntry')
    return frame(t('phoneNewTitle'), <PhoneEntry digits={digits} wrong={wrong} onChange={setDigits} />, {
      label: t('phoneDone'),
      press: () => give({ question: 'phone', number: digits }),
    })
  switch (step) {
    case 'facts':
      return frame(
        t(flow.mandate === undefined ? 'factsTitle' : 'factsTitleOther'),
        <FactsQuestion sheet={sheet} licence={sheet.licence} />,
        {
          label: t('factsRight'),
          press: () => give({ question: 'facts' }),
        },
      )
    case 'papers':
      return frame(
        t('papersTitle'),
        <>
          <p>{t('papersLater')}</p>
          <DocumentPanel door={door.documents} question={papersOf(sheet, standingOf(flow))} />
        </>,
        { label: t('papersDone'), press: () => give({ question: 'papers' }) },
      )
    case 'deliver':
      return frame(
        t('deliverTitle'),
        <DeliverQuestion address={sheet.licence.address} onChoose={mode => give({ question: 'deliver', mode })} />,
      )
    case 'phone': {
      const known = sheet.phoneMasked !== null
      const enter = () => setFlow({ ...flow, at: { name: 'phoneEntry', wrong: false } })
      const same: Act = { label: t('phoneSame'), press: () => give({ question: 'phone', same: true }) }
      return frame(
        t(known ? 'phoneTitle' : 'phoneNone'),
        <PhoneQuestion phoneMasked={sheet.phoneMasked} />,
        ...(known ? [same, { label: t('phoneChange'), press: enter }] : [{ label: t('phoneAdd'), press: enter }]),
      )
    }
    case 'notice':
      return frame(noticeTitle(sheet.notice), <NoticeQuestion notice={sheet.notice} />, {
        label: t('noticeAgree'),
        press: () => give({ question: 'notice', version: sheet.notice.version }),
      })
    case 'signature':
      return frame(t('signTitle'), <SignatureQuestion drawing={drawing} wrong={wrong} onChange={setDrawing} />, {
        label: t('submit'),
        press: () => give({ question: 'signature', drawing }),
      })
    case 'licence':
      return null
    default: {
      const question = questionOf(sheet, step)
      if (!question) return null
      const send = (value: string) => give({ question: step, value })
      const ready = needsButton(question) && draft.trim() !== ''
      return frame(
        titleOf(question),
        <AskedQuestion
          question={question}
          known={sheet.known}
          said={answers.said}
          draft={draft}
          onDraft={setDraft}
          onAnswer={send}
          typing
        />,
        ...(ready ? [{ label: t('choiceDone'), press: () => send(draft.trim()) }] : []),
      )
    }
  }
}
