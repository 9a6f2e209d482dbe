import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type FileDetail, fileRoutes as routes, ruleOf, type Input as Values } from '#contract/credit'
import { formatCitation } from '#kernel/citation'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { FieldInputs, isFilled } from './field-inputs.tsx'
import { plain } from './open-form.tsx'
import { texts } from './texts.ts'
import { useClocks } from './use-credit.ts'

interface Props {
  readonly detail: FileDetail
  readonly fresh: (next: FileDetail) => void
}

/** 可以办的: every step of this state; what this person cannot take says why. */
export function Steps({ detail, fresh }: Props) {
  const t = texts.useTexts()
  const [doing, setDoing] = useState<string>()
  const { events } = ruleOf(detail.file.kind)
  return (
    <section className="card">
      <h2>{t('steps')}</h2>
      {detail.steps.length === 0 ? <p className="quiet">{t('ended')}</p> : null}
      {detail.steps.map(({ event, whyNot }) => (
        <div key={event} className="credit-step">
          <Button
            type={doing === event ? 'primary' : 'default'}
            disabled={whyNot !== null}
            onClick={() => setDoing(doing === event ? undefined : event)}
          >
            {pick(events[event]?.zh ?? event, events[event]?.en ?? event)}
          </Button>
          {whyNot === null ? null : <span className="quiet small">{pick(whyNot.zh, whyNot.en)}</span>}
        </div>
      ))}
      {doing === undefined ? null : <StepForm key={doing} event={doing} detail={detail} fresh={fresh} />}
    </section>
  )
}

function StepForm({ event, detail, fresh }: Props & { readonly event: string }) {
  const t = texts.useTexts()
  const clocks = useClocks()
  const [input, setInput] = useState<Values>({})
  const rule = ruleOf(detail.file.kind).events[event]
  const asks = rule?.asks ?? []
  const name = pick(rule?.zh ?? event, rule?.en ?? event)
  const send = useMutation({
    mutationFn: () =>
      call(routes.step, {
        params: { id: detail.file.id },
        body: { event, version: detail.version, input: plain(input) },
      }),
    onSuccess: fresh,
  })
  return (
    <form
      className="credit-form"
      aria-label={name}
      onSubmit={submitted => {
        submitted.preventDefault()
        send.mutate()
      }}
    >
      <FieldInputs fields={asks} values={input} set={setInput} officers={clocks.data?.officers ?? []} />
      <div className="credit-actions">
        <Button type="primary" htmlType="submit" disabled={!isFilled(asks, input)} loading={send.isPending}>
          {t('submit', { step: name })}
        </Button>
      </div>
      {rule?.basis ? <p className="quiet small">{rule.basis.map(formatCitation).join('、')}</p> : null}
      <Refused error={send.error} />
    </form>
  )
}
