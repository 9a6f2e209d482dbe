import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { texts } from './action-texts.ts'

export interface Phase {
  readonly title: string
  /** As the field of the browser gives it: local time in China. */
  readonly plannedAt: string
}

/** 阶段: from gathering to leaving, each with its planned time. */
export function PhaseFields({
  phases,
  setPhases,
}: {
  phases: readonly Phase[]
  setPhases: (phases: readonly Phase[]) => void
}) {
  const t = texts.useTexts()
  const id = useId()
  const [phase, setPhase] = useState<Phase>({ title: '', plannedAt: '' })
  return (
    <section aria-label={t('phases')}>
      <h2>{t('phases')}</h2>
      <ol className="coop-list">
        {phases.map(one => (
          <li key={one.title}>
            {one.title} {one.plannedAt.replace('T', ' ')}{' '}
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
        <div className="field grow">
          <label htmlFor={`${id}title`}>{t('phase')}</label>
          <Input
            id={`${id}title`}
            maxLength={60}
            value={phase.title}
            onChange={event => setPhase({ ...phase, title: event.target.value })}
          />
        </div>
        <div className="field grow">
          <label htmlFor={`${id}at`}>{t('at')}</label>
          <Input
            id={`${id}at`}
            type="datetime-local"
            value={phase.plannedAt}
            onChange={event => setPhase({ ...phase, plannedAt: event.target.value })}
          />
        </div>
        <Button
          disabled={phase.title.trim().length < 2 || phase.plannedAt === ''}
          onClick={() => {
            setPhases([...phases, { ...phase, title: phase.title.trim() }])
            setPhase({ title: '', plannedAt: '' })
          }}
        >
          {t('add')} {t('phase')}
        </Button>
      </div>
    </section>
  )
}
