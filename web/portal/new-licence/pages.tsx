import { applyTexts } from '../../services/apply/texts.ts'
import { ownApplyDoor } from '../apply/door.ts'
import { QuestionFrame } from '../apply/question-frame.tsx'
import { ResultPage } from '../apply/result-page.tsx'
import { SendingPage } from '../apply/sending-page.tsx'
import { useTop } from '../apply/use-top.ts'
import { answeredNew, backNew, draftOfNew, type NewFlow, placeInLine, submissionOfNew } from './flow.ts'
import { NewQuestion } from './question.tsx'

export interface NewProps {
  flow: NewFlow
  setFlow: (flow: NewFlow) => void
}

/** One page at a time, to the receipt. */
export function NewPages({ flow, setFlow }: NewProps) {
  const { at } = flow
  useTop(at)
  if (at.name === 'submit') return <Submit flow={flow} setFlow={setFlow} />
  if (at.name === 'result') return <ResultPage result={at.result} service="issue" door={ownApplyDoor('issue')} />
  if (at.name === 'look') return null
  const before = backNew(flow)
  return (
    <NewQuestion key={at.step} flow={flow} step={at.step} onGive={given => setFlow(answeredNew(flow, given))}>
      {(title, body, acts) => (
        <QuestionFrame
          title={title}
          acts={acts}
          place={placeInLine(flow)}
          goBack={before && (() => setFlow(before))}
          draft={draftOfNew(flow)}
        >
          {body}
        </QuestionFrame>
      )}
    </NewQuestion>
  )
}

function Submit({ flow, setFlow }: NewProps) {
  const t = applyTexts.useTexts()
  return (
    <SendingPage
      submit={ownApplyDoor('issue').submit}
      bodyOf={startedAt => submissionOfNew(flow, startedAt)}
      done={result => setFlow({ ...flow, at: { name: 'result', result } })}
      goBack={() => setFlow(backNew(flow) ?? flow)}
      backLabel={t('stopBack')}
    />
  )
}
