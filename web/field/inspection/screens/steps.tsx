import { Button } from 'antd-mobile'
import { isFoundElsewhere, visitRoutes } from '#contract/inspection'
import { FilingEntry } from '../../cases/filing/entry.tsx'
import type { OutboxRow } from '../../device/database.ts'
import { ActState } from '../../parts/act-state.tsx'
import { seenCode } from '../judge.ts'
import { TaskFacts } from '../parts/task-facts.tsx'
import { texts } from '../texts.ts'
import type { StepProps } from './task.tsx'

interface Props extends StepProps {
  readonly outbox: readonly OutboxRow[]
  readonly open: (part: string) => void
}

/** The steps of a visit with what is done of each; the next one is the blue one. */
export function StepsScreen(props: Props) {
  const { task, visit, outbox, open, keep } = props
  const t = texts.useTexts()
  const steps = stepsOf(props, t)
  const next = steps.find(({ done }) => !done)
  const begun = visit.facts.state !== 'none'
  const unsent = outbox.filter(row => row.matter === task.task.id && row.state !== 'received')
  const conflicts = visit.content.conflicts.length
  return (
    <>
      {visit.recordNo === null ? null : <Recorded taskId={task.task.id} no={visit.recordNo} />}
      {unsent.length === 0 ? null : (
        <p>
          <ActState row={unsent.at(-1) as OutboxRow} />
        </p>
      )}
      {conflicts === 0 ? null : (
        <Button block color="primary" className="main-button" onClick={() => open('differences')}>
          {t('differences', { count: conflicts })}
        </Button>
      )}
      {begun ? null : <p className="quiet">{t('not.begun')}</p>}
      {visit.facts.state === 'recorded' ? null : (
        <div className="acts">
          {steps.map(({ id, words, done, idle }) => (
            <Button
              block
              key={id}
              className="main-button"
              color={next?.id === id ? 'primary' : 'default'}
              disabled={idle}
              onClick={() => (id === 'scanOut' ? void keep({ kind: 'scanOut' }) : open(id))}
            >
              {done ? '✓ ' : ''}
              {t(`step.${id}`)}
              {words === '' ? '' : ` · ${words}`}
            </Button>
          ))}
        </div>
      )}
      {visit.content.fields['outcome']?.['outcome'] === 'filed' ? (
        <FilingEntry about={{ taskId: task.task.id }} open={() => open('filing')} />
      ) : null}
      <TaskFacts task={task} />
    </>
  )
}

type StepId = 'scanIn' | 'checks' | 'codes' | 'photos' | 'result' | 'retailer' | 'scanOut' | 'officers'
interface Step {
  readonly id: StepId
  readonly words: string
  readonly done: boolean
  /** Cannot be pressed now. */
  readonly idle: boolean
}

function stepsOf({ day, task, visit, staffId }: Props, t: ReturnType<typeof texts.useTexts>): readonly Step[] {
  const { facts, content, digest, missing } = visit
  const mine = facts.scans.some(scan => scan.way === 'in' && scan.by === staffId)
  const begun = facts.state !== 'none'
  const answered = task.checks.filter(check => content.fields[`check.${check}`] !== undefined).length
  const codes = Object.entries(content.fields).flatMap(([field, value]) =>
    field.startsWith('code.') && value['seen'] === true
      ? [seenCode(field.slice(5), task, visit.view, day.codeOrderDays)]
      : [],
  )
  const foreign = codes.filter(({ verdict }) => verdict !== null && isFoundElsewhere(verdict)).length
  const signed = new Set(
    facts.signatures.filter(one => one.who === 'officer' && one.digest === digest).map(({ by }) => by),
  )
  const refused = facts.signatures.findLast(one => one.who !== 'officer')?.who === 'refused'
  const left = facts.scans.some(({ way }) => way === 'out')
  const step = (id: StepId, done: boolean, words = '', idle = !begun): Step => ({ id, done, words, idle })
  const asked = task.checks.includes('codes')
  return [
    step('scanIn', mine, '', mine),
    step(
      'checks',
      begun && !missing.includes('checks'),
      t('step.checks.count', { done: answered, all: task.checks.length }),
    ),
    step(
      'codes',
      codes.length > 0 || !asked,
      codes.length === 0 ? '' : t('step.codes.count', { count: codes.length, foreign }),
    ),
    step(
      'photos',
      facts.photos.length > 0,
      facts.photos.length === 0 ? '' : t('step.photos.count', { count: facts.photos.length }),
    ),
    step('result', begun && !missing.includes('outcome')),
    step('retailer', begun && !missing.includes('retailer'), refused ? t('step.refused') : ''),
    step('scanOut', left, '', !begun || left),
    step('officers', signed.has(staffId), t('step.officers.count', { done: signed.size })),
  ]
}

function Recorded({ taskId, no }: { taskId: string; no: string }) {
  const t = texts.useTexts()
  return (
    <>
      <p className="card done">{t('recorded', { no })}</p>
      <a
        className="link-button"
        href={visitRoutes.visitRecord.url.replace(':id', taskId)}
        target="_blank"
        rel="noreferrer"
      >
        {t('recorded.open')}
      </a>
    </>
  )
}
