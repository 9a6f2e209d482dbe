import { Input, Select } from 'antd'
import { useState } from 'react'
import { type OwnDay, type Step, steps } from '#contract/partners'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { OwnAct } from './own-act.tsx'
import { texts } from './own-texts.ts'

type Action = OwnDay['actions'][number]

/** 联合行动 that were released: own groups with their duties, and what can be told from the office; positions come from the telephone. */
export function OwnActions({ actions }: { actions: readonly Action[] }) {
  const t = texts.useTexts()
  if (actions.length === 0) return null
  return (
    <section className="card" aria-label={t('actions')}>
      <h2>{t('actions')}</h2>
      <ul className="coop-list">
        {actions.map(action => (
          <OwnAction key={action.id} action={action} />
        ))}
      </ul>
    </section>
  )
}

function OwnAction({ action }: { action: Action }) {
  const t = texts.useTexts()
  const [words, setWords] = useState('')
  const running = action.state === 'released' || action.state === 'live'
  return (
    <li>
      <strong lang="zh-CN">{action.title}</strong> <span className="quiet">{formatInstant(action.startsAt)}</span>{' '}
      {pick(action.stateLabel, action.stateLabelEn)}
      <p lang="zh-CN">{action.purpose}</p>
      {action.members.map(member => (
        <Group key={member.id} actionId={action.id} member={member} running={running} />
      ))}
      {action.state === 'live' ? (
        <div className="coop-row">
          <Input
            className="grow"
            size="small"
            aria-label={`${action.title} ${t('find')}`}
            placeholder={t('find')}
            maxLength={500}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
          <OwnAct
            label={t('tell')}
            disabled={words.trim().length < 2}
            act={{ kind: 'find', actionId: action.id, words: words.trim() }}
            done={() => setWords('')}
          />
        </div>
      ) : null}
    </li>
  )
}

interface GroupProps {
  readonly actionId: string
  readonly member: Action['members'][number]
  readonly running: boolean
}

function Group({ actionId, member, running }: GroupProps) {
  const t = texts.useTexts()
  const [step, setStep] = useState<Step>('assembled')
  return (
    <div>
      <span lang="zh-CN">
        {member.name}：{member.duty}
      </span>{' '}
      {member.step === null ? '' : pick(steps[member.step].zh, steps[member.step].en)}
      {running ? (
        <div className="coop-row">
          <Select
            size="small"
            aria-label={`${member.name} ${t('step')}`}
            value={step}
            onChange={setStep}
            options={Object.entries(steps).map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))}
          />
          <OwnAct
            label={t('tell')}
            act={{ kind: 'step', actionId, memberId: member.id, step, position: null, words: '' }}
          />
        </div>
      ) : null}
    </div>
  )
}
