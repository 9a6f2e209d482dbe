import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import {
  bases,
  bodies,
  discretionSteps,
  type FactorCode,
  measures,
  sanctionRoutes as routes,
  type ViolationCode,
  violationOf,
  type Weighing,
} from '#contract/cases'
import { call } from '../../shared/api.ts'
import { formatFen } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { lawText } from '../../shared/law-text.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { TextField } from './pieces.tsx'
import { sanctionTexts } from './sanction-texts.ts'
import { SimilarCases } from './similar-cases.tsx'
import { fenOf, yuanOf } from './words.ts'

interface Asked {
  readonly violation: ViolationCode
  readonly like?: ViolationCode
  readonly serious: boolean
  readonly factors: FactorCode[]
}

interface Props {
  readonly caseNo: string
  readonly asked: Asked
  readonly weighing: Weighing
  readonly fresh: (next: Weighing) => void
}

/** The range of the law, the step in it, what similar cases were fined, and the fine that is proposed. */
export function WeighingView({ caseNo, asked, weighing, fresh }: Props) {
  const t = sanctionTexts.useTexts()
  const w = weighing
  const language = useLanguage()
  const row = violationOf(asked.violation === 'P20' && asked.like !== undefined ? asked.like : asked.violation)
  const step = asked.serious && row.serious !== undefined ? row.serious : row
  const ordered = step.measures.map(one => pick(measures[one].zh, measures[one].en, language)).join(' · ')
  const foreign = row.body !== 'tobacco'
  return (
    <>
      <dl className="facts goods-facts">
        <Row
          name={t('norm')}
          value={violationOf(asked.violation)
            .norm.map(one => lawText(one, language))
            .join(' · ')}
        />
        <Row name={t('sanction')} value={row.sanction.map(one => lawText(one, language)).join(' · ')} />
        <Row name={t('range')} value={rangeWords(w, t)} />
        <Row name={t('measures')} value={ordered || t('measures.none')} />
        {w.rangeTo === null ? null : <Row name={t('step')} value={<StepWords weighing={w} />} />}
      </dl>
      {w.outcome === 'none' || w.outcome === 'mayNone' ? (
        <p className="tone-soon">▲ {t(`outcome.${w.outcome}`)}</p>
      ) : null}
      {w.mayReduce ? <p className="quiet small">{t('reduce')}</p> : null}
      <SimilarCases weighing={w} />
      {foreign ? (
        <p className="tone-overdue">
          ▲ {t('foreign', { body: pick(bodies[row.body].zh, bodies[row.body].en, language) })}
        </p>
      ) : (
        <Propose key={`${w.stepFrom} ${w.weighings.length}`} {...{ caseNo, asked, weighing, fresh }} />
      )}
      <Proposed {...{ caseNo, weighing, fresh }} />
    </>
  )
}

function Row({ name, value }: { name: string; value: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function rangeWords(w: Weighing, t: ReturnType<typeof sanctionTexts.useTexts>): string {
  if (w.rangeFrom === null || w.rangeTo === null) return t('range.none')
  const range = t('range.of', { from: formatFen(w.rangeFrom), to: formatFen(w.rangeTo) })
  const [low, high] = w.percent ?? []
  const share =
    w.base === null || w.baseAmount === null || low === undefined || high === undefined
      ? ''
      : t('range.share', { base: pick(bases[w.base].zh, bases[w.base].en), amount: formatFen(w.baseAmount), low, high })
  return [range, share, w.mayFine ? t('may') : ''].filter(Boolean).join('；')
}

function StepWords({ weighing: w }: { weighing: Weighing }) {
  const t = sanctionTexts.useTexts()
  const language = useLanguage()
  const step = discretionSteps[w.step]
  return (
    <>
      <strong>{pick(step.zh, step.en, language)}</strong>{' '}
      {t('range.of', { from: formatFen(w.stepFrom), to: formatFen(w.stepTo) })}，{t('proposed')} {formatFen(w.proposed)}{' '}
      <span className="quiet small">（{t('unsure')}）</span>
    </>
  )
}

function Propose({ caseNo, asked, weighing, fresh }: Props) {
  const t = sanctionTexts.useTexts()
  const may = mayUse(routes.proposeFine, useStaff())
  const none = weighing.rangeTo === null || weighing.outcome === 'none'
  const [yuan, setYuan] = useState(none ? '0' : yuanOf(weighing.proposed))
  const [reason, setReason] = useState('')
  const send = useMutation({
    mutationFn: () =>
      call(routes.proposeFine, { params: { caseNo }, body: { ...asked, fine: fenOf(yuan) ?? 0, reason } }),
    onSuccess: fresh,
  })
  const fine = fenOf(yuan)
  const outside = fine !== undefined && !none && (fine < weighing.stepFrom || fine > weighing.stepTo)
  if (!may) return null
  return (
    <div className="goods-form">
      <TextField label={t('fine')} value={yuan} change={setYuan} max={16} numeric />
      {outside ? (
        <>
          <p className="tone-soon">▲ {t('reason.need')}</p>
          <TextField label={t('reason')} value={reason} change={setReason} lines={2} max={500} />
        </>
      ) : null}
      <div>
        <Button
          disabled={fine === undefined || (outside && reason.trim().length < 10)}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {t('propose')}
        </Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}

/** What was proposed so far, and the approval that a deviation waits for. */
function Proposed({ caseNo, weighing, fresh }: Omit<Props, 'asked'>) {
  const t = sanctionTexts.useTexts()
  const may = mayUse(routes.approveDeviation, useStaff())
  const approve = useMutation({
    mutationFn: (n: number) => call(routes.approveDeviation, { params: { caseNo, n }, body: {} }),
    onSuccess: fresh,
  })
  if (weighing.weighings.length === 0) return null
  return (
    <>
      <h3>{t('weighings')}</h3>
      <ol className="plain-list">
        {weighing.weighings.map(one => (
          <li key={one.n}>
            <strong>{formatFen(one.fine)}</strong> {one.violation} · {t(`deviation.${one.deviation}`)} ·{' '}
            {t('by', { name: one.proposedBy })}
            {one.reason === '' ? null : <div>{one.reason}</div>}
            {one.deviation === 'within' ? null : one.approvedBy !== null ? (
              <div className="quiet small">{t('approved', { name: one.approvedBy })}</div>
            ) : (
              <div className="tone-soon">
                ▲ {t('waiting')}{' '}
                {may ? (
                  <Button size="small" loading={approve.isPending} onClick={() => approve.mutate(one.n)}>
                    {t('approve')}
                  </Button>
                ) : null}
              </div>
            )}
          </li>
        ))}
      </ol>
      <Refused error={approve.error} />
    </>
  )
}
