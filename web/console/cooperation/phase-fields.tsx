import { Button } from 'antd'
import { useState } from 'react'
import { texts } from './action-texts.ts'
import { TextField } from './field.tsx'

export interface Phase {
  readonly title: string
  /** As the field of the browser gives it: local time in China. */
  readonly plannedAt: string
}

const empty: Phase = { title: '', plannedAt: '' }
const byTime = (a: Phase, b: Phase) => (a.plannedAt < b.plannedAt ? -1 : a.plannedAt > b.plannedAt ? 1 : 0)

/** 阶段: from gathering to leaving, each with its planned time, in the order of time. */
export function PhaseFields({
  phases,
  setPhases,
}: {
  phases: readonly Phase[]
  setPhases: (phases: readonly Phase[]) => void
}) {
  const t = texts.useTexts()
  const [phase, setPhase] = useState(empty)
  return (
    <section aria-label={t('phases')}>
      <h2>{t('phases')}</h2>
      <ol className="coop-list">
        {phases.map(one => (
          <li key={one.title}>
            {one.title} {one.plannedAt.replace('T', ' ')}{' '}
            <Button
              size="small"
              aria-label={`${t('edit')} ${one.title}`}
              onClick={() => {
                setPhase(one)
                setPhases(phases.filter(other => other !== one))
              }}
            >
              {t('edit')}
            </Button>{' '}
            <Button
              size="small"
              aria-label={`${t('take')} ${one.title}`}
              onClick={() => setPhases(phases.filter(other => other !== one))}
            >
              {t('take')}
            </Button>
          </li>
        ))}
      </ol>
      <div className="coop-row">
        <TextField label={t('phase')} max={60} value={phase.title} set={title => setPhase({ ...phase, title })} />
        <TextField
          label={t('at')}
          type="datetime-local"
          max={16}
          value={phase.plannedAt}
          set={plannedAt => setPhase({ ...phase, plannedAt })}
        />
        <Button
          disabled={phase.title.trim().length < 2 || phase.plannedAt === ''}
          onClick={() => {
            setPhases([...phases, { ...phase, title: phase.title.trim() }].toSorted(byTime))
            setPhase(empty)
          }}
        >
          {t('add')} {t('phase')}
        </Button>
      </div>
    </section>
  )
}
