import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { schoolRoutes as routes, type SchoolCard, type WalkMethod, walkMethods } from '#contract/registry'
import { call } from '../../shared/api.ts'
import { FileField } from '../app/file-field.tsx'
import { Refused } from '../app/refused.tsx'
import { cardTexts } from './card-texts.ts'
import { ChoiceField, ColleagueField, chinaToday, DayField, Labelled } from './form-fields.tsx'
import { keepPhotos } from './walk-photos.tsx'

interface Props {
  readonly card: SchoolCard
  readonly close: () => void
  readonly fresh: (next: SchoolCard) => void
}

/** 记录实地测量: from this door to one gate; the colleague signs under the own account. */
export function WalkForm({ card, close, fresh }: Props) {
  const t = cardTexts.useTexts()
  const { licenceNo } = card
  const [index, setIndex] = useState(0)
  const [metres, setMetres] = useState('')
  const [method, setMethod] = useState<WalkMethod>('wheel')
  const [measuredOn, setMeasuredOn] = useState(chinaToday)
  const [colleague, setColleague] = useState<string>()
  const [note, setNote] = useState('')
  const photos = useMutation({ mutationFn: (files: readonly File[]) => keepPhotos(licenceNo, files) })
  const gate = card.gates[index]
  const measured = {
    ...{ metres: Number(metres), method, measuredOn, note, photos: [...(photos.data ?? [])] },
    officers: colleague === undefined ? [] : [colleague],
  }
  const send = useMutation({
    mutationFn: ({ schoolId, gate }: { schoolId: string; gate: string }) =>
      call(routes.recordWalk, { params: { licenceNo }, body: { ...measured, schoolId, gate } }),
    onSuccess: fresh,
  })
  const isNumber = /^\d{1,4}(\.\d)?$/.test(metres.trim())
  const missing = !isNumber || colleague === undefined || measuredOn === '' || photos.isPending
  return (
    <div className="step-form school-form">
      <h3>{t('record')}</h3>
      <Labelled label={t('gate')}>
        {id => (
          <Select
            id={id}
            value={index}
            onChange={setIndex}
            options={card.gates.map((one, value) => ({ value, label: `${one.school} ${one.gate}` }))}
          />
        )}
      </Labelled>
      <Labelled label={t('metres')}>
        {id => <Input id={id} inputMode="decimal" value={metres} onChange={event => setMetres(event.target.value)} />}
      </Labelled>
      <ChoiceField label={t('method')} of={walkMethods} value={method} set={setMethod} />
      <DayField value={measuredOn} set={setMeasuredOn} />
      <ColleagueField among={card.colleagues} value={colleague} set={setColleague} />
      <FileField label={t('pictures')} accept="image/*" multiple onFiles={files => photos.mutate(files)} />
      {photos.isPending ? <p className="small">{t('pictures.sending')}</p> : null}
      {photos.data === undefined ? null : (
        <p className="small">✓ {t('pictures.kept', { count: photos.data.length })}</p>
      )}
      <Refused error={photos.error} />
      <Labelled label={t('note')}>
        {id => <Input id={id} maxLength={300} value={note} onChange={event => setNote(event.target.value)} />}
      </Labelled>
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
