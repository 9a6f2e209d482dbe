import { Button, Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { type PolicyDraft, type PolicyValue, policyRoutes as routes } from '#contract/policies'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'
import { TrialView } from './trial-view.tsx'
import { useDraftAct } from './use-policy.ts'
import { nameOf, valueText } from './words.ts'

interface Props {
  readonly draft: PolicyDraft
  readonly value: PolicyValue | undefined
  readonly today: string
}

/** One draft: what would change, its trial, and the way to its publication. */
export function DraftCard({ draft, value, today }: Props) {
  const t = texts.useTexts()
  const name = nameOf(value ?? { note: '', key: draft.key })
  const withdraw = useDraftAct(() => call(routes.withdrawDraft, { params: { id: draft.id } }))
  return (
    <section className="card" aria-label={`${t('drafts')} ${name}`}>
      <h2>
        {name}：
        {t('from', {
          before: value ? valueText(t, value.value, value.unit) : '',
          after: valueText(t, draft.value, value?.unit),
        })}
      </h2>
      <p className="quiet small">
        {draft.key} · {t('by', { name: draft.draftedBy, at: formatInstant(draft.draftedAt) })}
      </p>
      <p>{t('reason', { why: draft.why })}</p>
      <p>{t('groundSaid', { basis: draft.basis })}</p>
      {draft.trial ? <TrialView trial={draft.trial} unit={value?.unit ?? ''} /> : null}
      <TryForm draft={draft} />
      <PublishForm draft={draft} today={today} />
      {draft.mine ? (
        <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t('withdraw')}
        </Button>
      ) : null}
      <Refused error={withdraw.error} />
    </section>
  )
}

function TryForm({ draft }: { draft: PolicyDraft }) {
  const t = texts.useTexts()
  const id = useId()
  const may = mayUse(routes.startTrial, useStaff())
  const [last, setLast] = useState(1000)
  const start = useDraftAct(() => call(routes.startTrial, { params: { id: draft.id }, body: { last } }))
  if (draft.trial?.state === 'running') return null
  return (
    <div className="policy-actions">
      <label htmlFor={id}>{t('last')}</label>
      <InputNumber id={id} min={1} max={100_000} value={last} onChange={next => setLast(next ?? last)} />
      <Button
        type={draft.trial?.state === 'done' ? 'default' : 'primary'}
        disabled={!may}
        loading={start.isPending}
        onClick={() => start.mutate(undefined)}
      >
        {t(draft.trial ? 'tryAgain' : 'try')}
      </Button>
      <Refused error={start.error} />
    </div>
  )
}

function PublishForm({ draft, today }: { draft: PolicyDraft; today: string }) {
  const t = texts.useTexts()
  const id = useId()
  const staff = useStaff()
  const [effective, setEffective] = useState(today)
  const publish = useDraftAct(() => call(routes.publishDraft, { params: { id: draft.id }, body: { effective } }))
  const whyNot = draft.mine
    ? t('publishOwn')
    : !mayUse(routes.publishDraft, staff)
      ? t('publishRole')
      : draft.trial?.state !== 'done'
        ? t('publishTrial')
        : undefined
  return (
    <div className="policy-actions">
      <label htmlFor={id}>{t('effectiveDay')}</label>
      <Input
        id={id}
        type="date"
        className="filter-day"
        min={today}
        value={effective}
        onChange={event => setEffective(event.target.value)}
      />
      <Button
        type="primary"
        disabled={whyNot !== undefined || effective === ''}
        loading={publish.isPending}
        onClick={() => publish.mutate(undefined)}
      >
        {t('publish')}
      </Button>
      {whyNot ? <span className="quiet small">{whyNot}</span> : null}
      <Refused error={publish.error} />
    </div>
  )
}
