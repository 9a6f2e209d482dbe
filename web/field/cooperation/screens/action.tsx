import { useState } from 'react'
import { type OwnDay, type Step, steps } from '#contract/partners'
import { formatInstant } from '../../../shared/format.ts'
import { pick } from '../../../shared/i18n.ts'
import type { OutboxRow } from '../../device/database.ts'
import { fixNow, useWhereabouts } from '../../device/whereabouts.ts'
import { keepAct } from '../../outbox/outbox.ts'
import { ActState } from '../../parts/act-state.tsx'
import { SaveBar } from '../../parts/save-bar.tsx'
import { Choices, TextBox, Tick } from '../../parts/text-field.tsx'
import { texts } from '../texts.ts'

type Action = OwnDay['actions'][number]

interface Props {
  readonly action: Action
  readonly staffId: string
  readonly outbox: readonly OutboxRow[]
  readonly go: (to: string) => void
}

const options = (Object.keys(steps) as Step[]).map(value => ({ value, ...steps[value] }))

/** 一次行动: own group, own duty, where we are, what was found. */
export function ActionScreen({ action, staffId, outbox, go }: Props) {
  const t = texts.useTexts()
  const running = action.state === 'released' || action.state === 'live'
  return (
    <>
      <button type="button" className="plain-button" onClick={() => go('')}>
        ‹ {t('back')}
      </button>
      <h1 lang="zh-CN">{action.title}</h1>
      <p lang="zh-CN">{action.purpose}</p>
      <p className="quiet">
        {t('lead', { name: action.lead })} ·{' '}
        {t('times', { from: formatInstant(action.startsAt), until: formatInstant(action.endsAt) })} ·{' '}
        {pick(action.stateLabel, action.stateLabelEn)}
      </p>
      {outbox
        .filter(row => row.matter === action.id)
        .map(row => (
          <ActState key={row.id} row={row} />
        ))}
      {running ? null : <p className="card">{t('closed')}</p>}
      {action.members.map(member => (
        <section key={member.id} className="card gap-above">
          <h2 lang="zh-CN">{member.name}</h2>
          <p lang="zh-CN">{t('duty', { duty: member.duty })}</p>
          {member.step === null ? null : <p>{pick(steps[member.step].zh, steps[member.step].en)}</p>}
          {running ? <ReportForm action={action} memberId={member.id} staffId={staffId} /> : null}
        </section>
      ))}
      {running ? <FindForm action={action} staffId={staffId} /> : null}
      <h2>{t('phases')}</h2>
      <ol lang="zh-CN">
        {action.phases.map(({ n, title, plannedAt, startedAt, endedAt }) => (
          <li key={n}>
            {title}{' '}
            <span className="quiet">
              {startedAt === null
                ? t('phase.planned', { at: formatInstant(plannedAt) })
                : endedAt === null
                  ? t('phase.running')
                  : t('phase.over')}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function ReportForm({ action, memberId, staffId }: { action: Action; memberId: string; staffId: string }) {
  const t = texts.useTexts()
  const where = useWhereabouts()
  const [step, setStep] = useState<Step>()
  const [words, setWords] = useState('')
  const [placed, setPlaced] = useState(true)
  const fix = fixNow(where)
  const save = async () => {
    if (step === undefined) return
    const toldAt = new Date().toISOString()
    const position: [number, number] | null = placed && fix !== null ? [fix.lng, fix.lat] : null
    await keepAct(
      {
        ...{ area: 'cooperation', matter: action.id, kind: 'step', subject: action.title },
        what: pick(steps[step].zh, steps[step].en),
        body: { kind: 'step' as const, actionId: action.id, memberId, step, position, words: words.trim(), toldAt },
      },
      staffId,
    )
    setStep(undefined)
    setWords('')
  }
  return (
    <>
      <Choices
        label={t('report')}
        value={step}
        set={setStep}
        options={options.map(({ value, zh, en }) => ({ value, label: pick(zh, en) }))}
      />
      <TextBox label={t('report.words')} value={words} set={setWords} max={300} />
      {fix === null ? (
        <p className="quiet">{t('noPosition')}</p>
      ) : (
        <Tick label={t('position')} value={placed} set={setPlaced} />
      )}
      <SaveBar label={t('send')} missing={step === undefined ? [t('report')] : []} save={save} />
    </>
  )
}

function FindForm({ action, staffId }: { action: Action; staffId: string }) {
  const t = texts.useTexts()
  const [words, setWords] = useState('')
  const save = async () => {
    const toldAt = new Date().toISOString()
    await keepAct(
      {
        ...{ area: 'cooperation', matter: action.id, kind: 'find', subject: action.title, what: t('find') },
        body: { kind: 'find' as const, actionId: action.id, words: words.trim(), toldAt },
      },
      staffId,
    )
    setWords('')
  }
  return (
    <section className="card gap-above">
      <h2>{t('find')}</h2>
      <TextBox label={t('find.words')} value={words} set={setWords} max={500} />
      <SaveBar label={t('send')} missing={words.trim().length < 2 ? [t('find.words')] : []} save={save} />
    </section>
  )
}
