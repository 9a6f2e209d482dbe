import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { type AddressWay, addressWays, type ItemDetail, routes } from '#contract/delivery'
import type { Pin } from '../../services/place/pin.ts'
import { PlacePicker } from '../../services/place/place-picker.tsx'
import { addressOf, type Input as CallInput, call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Labelled } from './labelled.tsx'
import { texts } from './texts.ts'
import { useWrite } from './use-delivery.ts'

/** 送达地址确认书: what the retailer said; it holds for this item. */
export function AddressForm({ detail: { item, addressPapers } }: { detail: ItemDetail }) {
  const t = texts.useTexts()
  const language = useLanguage()
  const [way, setWay] = useState<AddressWay>('present')
  const [fields, setFields] = useState({
    address: item.address,
    phone: '',
  })
  const [pin, setPin] = useState<Pin | undefined>(() =>
    item.position === null ? undefined : { ...item.position, accuracyMetres: 0 },
  )
  const save = useWrite((body: CallInput<typeof routes.confirmAddress>['body']) =>
    call(routes.confirmAddress, { params: { itemNo: item.itemNo }, body }),
  )
  const heads = [
    ['address', 'address.new'],
    ['phone', 'address.phone'],
  ] as const
  return (
    <details className="card">
      <summary>{t('address.title')}</summary>
      {addressPapers.length === 0 ? null : (
        <ul className="plain-list">
          {addressPapers.map(({ id, number }) => (
            <li key={id}>
              {number}{' '}
              <a href={addressOf(routes.receipt.url, { id })} target="_blank" rel="noreferrer">
                {t('receipt.open')}
                <span className="visually-hidden"> {number}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <form
        className="delivery-form delivery-address"
        onSubmit={event => {
          event.preventDefault()
          save.mutate({
            address: fields.address,
            ...(fields.phone === '' ? {} : { phone: fields.phone }),
            position: pin === undefined ? null : { lng: pin.lng, lat: pin.lat },
            way,
          })
        }}
      >
        {heads.map(([name, label]) => (
          <Labelled key={name} label={t(label)}>
            {id => (
              <Input
                id={id}
                value={fields[name]}
                maxLength={200}
                required={name === 'address'}
                onChange={event => setFields({ ...fields, [name]: event.target.value })}
              />
            )}
          </Labelled>
        ))}
        <section className="delivery-place" aria-label={t('address.place')}>
          <p>{t('address.place')}</p>
          <PlacePicker pin={pin} onPin={setPin} town={item.areaCode} address={fields.address} locates={false} />
        </section>
        <fieldset className="field">
          <legend>{t('address.way')}</legend>
          <Radio.Group
            value={way}
            onChange={event => setWay(event.target.value as AddressWay)}
            options={(Object.keys(addressWays) as AddressWay[]).map(value => ({
              value,
              label: pick(addressWays[value].zh, addressWays[value].en, language),
            }))}
          />
        </fieldset>
        {save.isError ? <FailedToLoad error={save.error} retry={() => save.reset()} /> : null}
        <Button htmlType="submit" loading={save.isPending}>
          {t('address.save')}
        </Button>
      </form>
    </details>
  )
}
