import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { groundFields, type Proceeding, type Proceedings, proceedingRoutes as routes } from '#contract/licensing'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { FieldInputs, isFilled } from '../credit/field-inputs.tsx'
import { proceedingTexts } from './proceeding-texts.ts'

interface OpenProps {
  readonly licenceNo: string
  readonly openable: Proceedings['openable']
  readonly onDone: (fresh: Proceedings) => void
}

type Kind = Proceeding['kind']
type StepEvent = Proceeding['steps'][number]['event']

/** 立项: only what the state of the licence allows can be chosen. */
export function OpenProceeding({ licenceNo, openable, onDone }: OpenProps) {
  const t = proceedingTexts.useTexts()
  const language = useLanguage()
  const id = useId()
  const possible = openable.filter(one => one.available)
  const [kind, setKind] = useState<Kind>()
  const [reason, setReason] = useState('')
  const begin = useMutation({
    mutationFn: (chosen: Kind) =>
      call(routes.openProceeding, { params: { licenceNo }, body: { kind: chosen, reason } }),
    onSuccess: fresh => {
      setReason('')
      setKind(undefined)
      onDone(fresh)
    },
  })
  if (possible.length === 0) return <p className="quiet">{t('nothing')}</p>
  return (
    <>
      <h3>{t('begin')}</h3>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{t('kind')}</label>
        <Select
          id={`${id}-kind`}
          aria-label={t('kind')}
          {...(kind === undefined ? {} : { value: kind })}
          onChange={setKind}
          options={possible.map(one => ({ value: one.kind, label: pick(one.label, one.labelEn, language) }))}
        />
      </div>
      <Words id={`${id}-reason`} label={t('reason')} value={reason} onChange={setReason} />
      <Button
        disabled={kind === undefined || reason.trim() === ''}
        loading={begin.isPending}
        onClick={() => kind && begin.mutate(kind)}
      >
        {t('begin')}
      </Button>
      {begin.isError ? <FailedToLoad error={begin.error} retry={() => kind && begin.mutate(kind)} /> : null}
    </>
  )
}

/** The steps of this officer; what cannot be done now says why. */
export function TakeStep({ item, onDone }: { item: Proceeding; onDone: (fresh: Proceedings) => void }) {
  const t = proceedingTexts.useTexts()
  const language = useLanguage()
  const id = useId()
  const [words, setWords] = useState('')
  const [heard, setHeard] = useState(true)
  const [ground, setGround] = useState<Record<string, string>>({})
  const take = useMutation({
    mutationFn: (event: StepEvent) =>
      call(routes.takeProceedingStep, { params: { proceedingNo: item.proceedingNo }, body: bodyOf(event) }),
    onSuccess: fresh => {
      setWords('')
      onDone(fresh)
    },
  })
  const bodyOf = (event: StepEvent) => ({
    ...{ event, version: item.version, words, heard },
    ...(needsGround(event) ? { ground } : {}),
  })
  const possible = item.steps.filter(step => step.available)
  const needsGround = (event: StepEvent) => item.kind === 'restore' && event === 'propose'
  const ready = (event: StepEvent) => words.trim() !== '' && (!needsGround(event) || isFilled(groundFields, ground))
  return (
    <>
      {possible.some(step => needsGround(step.event)) ? (
        <FieldInputs fields={groundFields} values={ground} set={values => setGround(textsOf(values))} officers={[]} />
      ) : null}
      {possible.length === 0 ? null : (
        <Words
          id={`${id}-words`}
          label={possible.map(step => pick(step.asks, step.asksEn, language)).join(' / ')}
          value={words}
          onChange={setWords}
        />
      )}
      {possible.some(step => step.event === 'recordStatement') ? (
        <p>
          <Checkbox checked={heard} onChange={event => setHeard(event.target.checked)}>
            {t('heard')}
          </Checkbox>
        </p>
      ) : null}
      <div className="buttons">
        {possible.map(step => (
          <Button
            key={step.event}
            disabled={!ready(step.event)}
            loading={take.isPending}
            onClick={() => take.mutate(step.event)}
          >
            {pick(step.label, step.labelEn, language)}
          </Button>
        ))}
      </div>
      <ul className="plain-list quiet small">
        {item.steps
          .filter(step => !step.available)
          .map(step => (
            <li key={step.event}>
              {pick(step.label, step.labelEn, language)}：{pick(step.why ?? '', step.whyEn ?? '', language)}
            </li>
          ))}
      </ul>
      {take.isError && take.variables ? (
        <FailedToLoad error={take.error} retry={() => take.mutate(take.variables)} />
      ) : null}
    </>
  )
}

const textsOf = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]))

function Words(props: { id: string; label: string; value: string; onChange: (text: string) => void }) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
      <Input.TextArea
        id={props.id}
        rows={3}
        maxLength={1000}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
      />
    </div>
  )
}
