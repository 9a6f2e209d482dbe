import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { schoolRoutes as routes, type SchoolCard, type WalkMethod, walkMethods } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { cardTexts } from './card-texts.ts'
import { digestsOf } from './photo-digests.ts'

interface Props {
  readonly card: SchoolCard
  readonly close: () => void
  readonly fresh: (next: SchoolCard) => void
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** 记录实地测量: from this door to one gate; the colleague signs under the own account. */
export function WalkForm({ card, close, fresh }: Props) {
  const t = cardTexts.useTexts()
  const language = useLanguage()
  const id = useId()
  const [index, setIndex] = useState(0)
  const [metres, setMetres] = useState('')
  const [method, setMethod] = useState<WalkMethod>('wheel')
  const [measuredOn, setMeasuredOn] = useState(today)
  const [colleague, setColleague] = useState<string>()
  const [photos, setPhotos] = useState<readonly string[]>([])
  const [note, setNote] = useState('')
  const gate = card.gates[index]
  const send = useMutation({
    mutationFn: (to: { schoolId: string; gate: string }) =>
      call(routes.recordWalk, {
        params: { licenceNo: card.licenceNo },
        body: {
          schoolId: to.schoolId,
          gate: to.gate,
          metres: Number(metres),
          method,
          measuredOn,
          officers: colleague === undefined ? [] : [colleague],
          photos: [...photos],
          note,
        },
      }),
    onSuccess: fresh,
  })
  const missing = !/^\d{1,4}(\.\d)?$/.test(metres.trim()) || colleague === undefined || measuredOn === ''
  return (
    <div className="step-form school-form">
      <h3>{t('record')}</h3>
      <div className="field">
        <label htmlFor={`${id}-gate`}>{t('gate')}</label>
        <Select
          id={`${id}-gate`}
          value={index}
          onChange={setIndex}
          options={card.gates.map((one, value) => ({ value, label: `${one.school} ${one.gate}` }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-metres`}>{t('metres')}</label>
        <Input
          id={`${id}-metres`}
          inputMode="decimal"
          value={metres}
          onChange={event => setMetres(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-method`}>{t('method')}</label>
        <Select
          id={`${id}-method`}
          value={method}
          onChange={setMethod}
          options={(Object.keys(walkMethods) as WalkMethod[]).map(value => ({
            value,
            label: pick(walkMethods[value].zh, walkMethods[value].en, language),
          }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-day`}>{t('day')}</label>
        <Input
          id={`${id}-day`}
          type="date"
          max={today()}
          value={measuredOn}
          onChange={event => setMeasuredOn(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-with`}>{t('colleague')}</label>
        <Select
          id={`${id}-with`}
          {...(colleague === undefined ? {} : { value: colleague })}
          onChange={setColleague}
          options={card.colleagues.map(({ id: value, name }) => ({ value, label: name }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-photos`}>{t('pictures')}</label>
        <input
          id={`${id}-photos`}
          type="file"
          accept="image/*"
          multiple
          onChange={event => void digestsOf(event.target.files).then(setPhotos)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-note`}>{t('note')}</label>
        <Input id={`${id}-note`} maxLength={300} value={note} onChange={event => setNote(event.target.value)} />
      </div>
      <div className="step-buttons">
        <Button type="primary" disabled={missing} loading={send.isPending} onClick={() => gate && send.mutate(gate)}>
          {t('send')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}
