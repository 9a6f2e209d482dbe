import { useMutation } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { placeSources, schoolCampaignRoutes as routes, type SchoolBoard } from '#contract/credit'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { useTowns } from '../app/use-towns.ts'
import { texts } from './texts.ts'

type Source = keyof typeof placeSources

/** 登记无证售卖点: where, what, from whom. A place on the map may be left out. */
export function PlaceForm({ close, fresh }: { close: () => void; fresh: (next: SchoolBoard) => void }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const id = useId()
  const towns = useTowns()
  const [areaCode, setAreaCode] = useState<string>()
  const [address, setAddress] = useState('')
  const [what, setWhat] = useState('')
  const [source, setSource] = useState<Source>('patrol')
  const [place, setPlace] = useState('')
  const match = /^\s*(\d{2,3}\.\d+)\s*[,，]\s*(\d{1,2}\.\d+)\s*$/.exec(place)
  const position = match === null ? null : { lng: Number(match[1]), lat: Number(match[2]) }
  const send = useMutation({
    mutationFn: (area: string) =>
      call(routes.reportPlace, { body: { areaCode: area, address, what, source, position } }),
    onSuccess: fresh,
  })
  const missing =
    areaCode === undefined || address.trim() === '' || what.trim() === '' || (place.trim() !== '' && position === null)
  return (
    <div className="step-form school-form">
      <div className="field">
        <label htmlFor={`${id}-town`}>{t('town')}</label>
        <Select
          id={`${id}-town`}
          {...(areaCode === undefined ? {} : { value: areaCode })}
          onChange={setAreaCode}
          options={towns.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-address`}>{t('address')}</label>
        <Input
          id={`${id}-address`}
          maxLength={120}
          value={address}
          onChange={event => setAddress(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-what`}>{t('what')}</label>
        <Input.TextArea
          id={`${id}-what`}
          rows={2}
          maxLength={300}
          value={what}
          onChange={event => setWhat(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-source`}>{t('source')}</label>
        <Select
          id={`${id}-source`}
          value={source}
          onChange={setSource}
          options={(Object.keys(placeSources) as Source[]).map(value => ({
            value,
            label: pick(placeSources[value].zh, placeSources[value].en, language),
          }))}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-place`}>{t('position')}</label>
        <Input
          id={`${id}-place`}
          placeholder="112.44, 22.345"
          value={place}
          onChange={event => setPlace(event.target.value)}
        />
      </div>
      <div className="step-buttons">
        <Button
          type="primary"
          disabled={missing}
          loading={send.isPending}
          onClick={() => areaCode && send.mutate(areaCode)}
        >
          {t('places.report')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </div>
  )
}
