import { Link } from '@tanstack/react-router'
import type { SpotCheck, SpotChecks } from '#contract/licensing'
import { formatDayShort } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { DossierForm } from './dossier-form.tsx'
import { GrantForm } from './grant-form.tsx'
import { SettleForm } from './settle-form.tsx'
import { texts } from './texts.ts'

export interface CardProps {
  readonly item: SpotCheck
  readonly fresh: (data: SpotChecks) => void
}

/** One drawn file: why it is here, how it was drawn, and what is to be said of it. */
export function SpotCard({ item, fresh }: CardProps) {
  const t = texts.useTexts()
  const language = useLanguage()
  return (
    <section className="card" aria-label={item.applicationNo}>
      <h2>
        <Link to="/applications/$applicationNo" params={{ applicationNo: item.applicationNo }}>
          {item.applicationNo}
        </Link>{' '}
        {pick(item.serviceLabel, item.serviceLabelEn, language)} · {item.townName} · {item.period}
      </h2>
      <p>
        <State item={item} /> <span className="quiet small">{t(`because.${item.because}`)}</span>
      </p>
      <Said item={item} />
      <details>
        <summary className="small">{t('chance')}</summary>
        <p className="small spot-formula">{t('formula', { score: item.score, salt: item.salt })}</p>
      </details>
      <Work item={item} fresh={fresh} />
    </section>
  )
}

function State({ item }: Pick<CardProps, 'item'>) {
  const t = texts.useTexts()
  const day = item.correctBy === null ? '' : formatDayShort(item.correctBy)
  if (item.overdue) return <strong className="tone-overdue">▲ {t('overdue', { day })}</strong>
  if (item.state === 'correcting') return <strong className="tone-soon">▲ {t('correcting', { day })}</strong>
  return <strong>{t(item.state)}</strong>
}

function Said({ item }: Pick<CardProps, 'item'>) {
  const t = texts.useTexts()
  if (item.result === null) return null
  const result = item.result as 'agree' | 'differ' | 'qualified' | 'flawed' | 'unqualified'
  const outcome = item.outcome as 'corrected' | 'keep' | 'proceed' | null
  return (
    <>
      <p>
        {t('by', { name: item.reviewer ?? '', words: [t(result), item.rule, item.reason].filter(Boolean).join('；') })}
      </p>
      {outcome === null ? null : (
        <p>
          {t('by', { name: item.outcomeBy ?? '', words: `${t(`outcome.${outcome}`)}；${item.outcomeWords}` })}{' '}
          {outcome === 'proceed' && item.licenceNo !== null ? (
            <Link to="/retailers/$licenceNo" params={{ licenceNo: item.licenceNo }}>
              {t('proceeding')}
            </Link>
          ) : null}
        </p>
      )}
    </>
  )
}

function Work({ item, fresh }: CardProps) {
  const t = texts.useTexts()
  if (item.state === 'done') return null
  if (item.state === 'open') {
    if (item.handled) return <p className="quiet">{t('handled')}</p>
    return item.kind === 'grant' ? <GrantForm item={item} fresh={fresh} /> : <DossierForm item={item} fresh={fresh} />
  }
  if (item.state === 'deciding' && item.mine) return <p className="quiet">{t('own')}</p>
  return <SettleForm item={item} fresh={fresh} />
}
