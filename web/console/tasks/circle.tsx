import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { texts } from './texts.ts'

export const phases = ['A', 'P', 'C', 'D'] as const
export type Phase = (typeof phases)[number]

/** 分析 → 计划 → 检查 → 处理, and back to 分析: how much stands in each quarter; a touch leads to its column. */
export function Circle({ counts }: { counts: ReadonlyMap<Phase, number> }) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <nav className="task-circle" aria-label={t('circle')}>
      {phases.map(phase => (
        <a key={phase} href={`#phase-${phase}`} className={`task-quarter task-quarter-${phase}`}>
          <span className="task-quarter-count">{counts.get(phase) ?? 0}</span>
          <span>{t(`phase.${phase}`)}</span>
          <span className="quiet small">{t(`phase.${phase}.help`)}</span>
        </a>
      ))}
      <p className="task-circle-back small">↺ {pick('处理的结果反馈回分析', 'What is learned goes back', language)}</p>
    </nav>
  )
}
