import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { type ItemDetail, routes } from '#contract/delivery'
import { type Input as CallInput, call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Labelled } from './labelled.tsx'
import { texts } from './texts.ts'
import { useWrite } from './use-delivery.ts'

type Step = ItemDetail['steps'][number]

/** What the window may do now; what cannot be done is visible and says why. */
export function StepForms({ detail }: { detail: ItemDetail }) {
  const t = texts.useTexts()
  const [open, setOpen] = useState<string>()
  const step = detail.steps.find(one => one.event === open)
  if (detail.steps.length === 0) return null
  return (
    <section className="card">
      <h2>{t('steps')}</h2>
      <div className="step-buttons">
        {detail.steps.map(one => (
          <div key={one.event}>
            <Button disabled={!one.allowed} onClick={() => setOpen(one.event)}>
              {pick(one.label, one.labelEn)}
            </Button>
            {one.allowed ? null : <div className="quiet small">{pick(one.why ?? '', one.whyEn ?? '')}</div>}
          </div>
        ))}
      </div>
      {step ? <StepForm key={step.event} detail={detail} step={step} close={() => setOpen(undefined)} /> : null}
    </section>
  )
}

const kinds = ['self', 'family', 'mandate'] as const

function StepForm({ detail, step, close }: { detail: ItemDetail; step: Step; close: () => void }) {
  const t = texts.useTexts()
  const [note, setNote] = useState('')
  const [receiver, setReceiver] = useState({
    kind: 'self' as (typeof kinds)[number],
    name: '',
    relation: '',
    checked: false,
  })
  const [last4, setLast4] = useState('')
  const { itemNo, version } = detail.item
  const label = pick(step.label, step.labelEn)
  const take = useWrite((body: CallInput<typeof routes.takeStep>['body']) =>
    call(routes.takeStep, { params: { itemNo }, body }),
  )
  const hands = step.event === 'collect'
  const submit = () =>
    take.mutate(
      {
        event: step.event,
        version,
        note: note.trim(),
        ...(hands ? { receiver, ...(receiver.kind === 'self' ? { cardLast4: last4 } : {}) } : {}),
      },
      { onSuccess: close },
    )
  return (
    <form
      className="delivery-form step-form"
      aria-label={label}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      {hands ? (
        <>
          <Labelled label={t('receiver')}>
            {id => (
              <Select
                id={id}
                value={receiver.kind}
                options={kinds.map(value => ({ value, label: t(value) }))}
                onChange={kind => setReceiver({ ...receiver, kind })}
              />
            )}
          </Labelled>
          {receiver.kind === 'self' ? (
            <Labelled label={t('last4')}>
              {id => (
                <Input
                  id={id}
                  value={last4}
                  maxLength={4}
                  required
                  pattern="\d{3}[\dXx]"
                  onChange={event => setLast4(event.target.value)}
                />
              )}
            </Labelled>
          ) : (
            <>
              <Labelled label={t('receiver.name')}>
                {id => (
                  <Input
                    id={id}
                    value={receiver.name}
                    maxLength={60}
                    required
                    onChange={event => setReceiver({ ...receiver, name: event.target.value })}
                  />
                )}
              </Labelled>
              <Labelled label={t('receiver.relation')}>
                {id => (
                  <Input
                    id={id}
                    value={receiver.relation}
                    maxLength={60}
                    required
                    onChange={event => setReceiver({ ...receiver, relation: event.target.value })}
                  />
                )}
              </Labelled>
              <Checkbox
                checked={receiver.checked}
                onChange={event => setReceiver({ ...receiver, checked: event.target.checked })}
              >
                {t('receiver.checked')}
              </Checkbox>
            </>
          )}
        </>
      ) : null}
      <Labelled label={t('note')}>
        {id => <Input id={id} value={note} maxLength={200} onChange={event => setNote(event.target.value)} />}
      </Labelled>
      {take.isError ? <FailedToLoad error={take.error} retry={() => take.reset()} /> : null}
      <Button type="primary" htmlType="submit" loading={take.isPending}>
        {t('submit', { step: label })}
      </Button>
    </form>
  )
}
