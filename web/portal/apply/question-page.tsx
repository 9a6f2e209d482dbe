import { type ReactNode, useState } from 'react'
import type { ApplyAnswer } from '../../services/apply/answers.ts'
import { AskedQuestion, needsButton, titleOf } from '../../services/apply/asked-question.tsx'
import { DeliverQuestion } from '../../services/apply/deliver-question.tsx'
import { FactsQuestion } from '../../services/apply/facts-question.tsx'
import { NoticeQuestion, noticeTitle } from '../../services/apply/notice-question.tsx'
import { PhoneEntry, PhoneQuestion } from '../../services/apply/phone-question.tsx'
import type { Drawing } from '../../services/apply/signature.ts'
import { SignatureQuestion } from '../../services/apply/signature-question.tsx'
import { questionOf } from '../../services/apply/steps.ts'
import { applyTexts } from '../../services/apply/texts.ts'
import { goTo, paths } from '../app/address.ts'
import { Page } from '../app/page.tsx'
import { answered, back, draftOf, placeOf } from './flow.ts'
import type { FlowProps } from './flow-pages.tsx'
import { KeepDraft } from './keep-draft.tsx'
import { texts } from './texts.ts'

/** One question: the same parts as at the terminal, on a page for one thumb. */
export function QuestionPage({ flow, setFlow }: FlowProps) {
  const { at, sheet, answers } = flow
  const t = applyTexts.useTexts()
  const step = at.name === 'question' ? at.step : 'phone'
  const wrong = 'wrong' in at && at.wrong
  const [draft, setDraft] = useState(() => answers.said[step.slice('asked.'.length)] ?? '')
  const [digits, setDigits] = useState('')
  const [drawing, setDrawing] = useState<Drawing>({ width: 0, height: 0, strokes: [] })
  if (!sheet?.licence) return null
  const give = (given: ApplyAnswer) => setFlow(answered(flow, given))
  const frame = (title: string, body: ReactNode, ...acts: readonly Act[]) => (
    <Frame flow={flow} setFlow={setFlow} title={title} acts={acts}>
      {body}
    </Frame>
  )
  if (at.name === 'phoneEntry')
    return frame(t('phoneNewTitle'), <PhoneEntry digits={digits} wrong={wrong} onChange={setDigits} />, {
      label: t('phoneDone'),
      press: () => give({ question: 'phone', number: digits }),
    })
  switch (step) {
    case 'facts':
      return frame(t('factsTitle'), <FactsQuestion sheet={sheet} licence={sheet.licence} />, {
        label: t('factsRight'),
        press: () => give({ question: 'facts' }),
      })
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

interface Act {
  label: string
  press: () => void
}

function Frame({
  flow,
  setFlow,
  title,
  acts,
  children,
}: FlowProps & { title: string; acts: readonly Act[]; children: ReactNode }) {
  const t = texts.useTexts()
  const place = placeOf(flow)
  const before = back(flow)
  return (
    <>
      {place ? <p className="apply-place">{t('place', place)}</p> : null}
      <Page title={title}>
        <div className="apply-body">{children}</div>
        <div className="buttons">
          {acts.map((act, index) => (
            <button key={act.label} type="button" className={index === 0 ? 'act' : 'act plain'} onClick={act.press}>
              {act.label}
            </button>
          ))}
        </div>
        <div className="apply-ways">
          <button type="button" className="act plain" onClick={() => (before ? setFlow(before) : goTo(paths.home))}>
            {t(before ? 'back' : 'leave')}
          </button>
          <KeepDraft draft={draftOf(flow)} />
          <a className="act plain" href="tel:12313">
            {t('help')}
          </a>
        </div>
      </Page>
    </>
  )
}
