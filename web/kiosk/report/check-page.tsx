import { matters } from '#contract/intelligence'
import { Callout, Facts } from '../../services/kit/facts.tsx'
import type { Problem } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Frame, type PageProps } from '../frame/frame.tsx'
import { type Answers, places, times } from './answers.ts'
import { reportTexts } from './texts.ts'

interface Props extends PageProps {
  readonly answers: Answers
  readonly sending: boolean
  readonly wrong: Problem | undefined
  readonly submit: () => void
  readonly back: () => void
}

/** What will be sent, and nothing else. */
export function CheckPage({ kiosk, send, answers, sending, wrong, submit, back }: Props) {
  const t = reportTexts.useTexts()
  const { matter, town, place, time, number } = answers
  const facts = [
    matter && { label: t('matter'), value: pick(matters[matter].zh, matters[matter].en) },
    town && { label: t('town'), value: town.name },
    place && { label: t('place'), value: pick(places[place].zh, places[place].en) },
    time && { label: t('time'), value: pick(times[time].zh, times[time].en) },
    number &&
      number.value !== '' && {
        label: t(number.kind === 'phone' ? 'phoneLabel' : 'plateLabel'),
        value: `${number.kind === 'plate' ? '粤' : ''}${number.value}`,
      },
  ]
  return (
    <Frame
      kiosk={kiosk}
      send={send}
      title={t('check')}
      say="reportCheck"
      back={sending ? undefined : back}
      main={sending ? undefined : { label: t('send'), press: submit }}
    >
      <Facts facts={facts.flatMap(fact => (fact ? [fact] : []))} />
      <p>{sending ? t('sending') : t('checkHint')}</p>
      {wrong === undefined ? null : (
        <Callout tone="bad">
          <p role="alert">
            {wrong.title} {wrong.next}
          </p>
        </Callout>
      )}
    </Frame>
  )
}
