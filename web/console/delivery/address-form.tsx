import { Button, Input } from 'antd'
import { useState } from 'react'
import { type ItemDetail, routes } from '#contract/delivery'
import { type Input as CallInput, call } from '../../shared/api.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { Labelled } from './labelled.tsx'
import { texts } from './texts.ts'
import { useWrite } from './use-delivery.ts'

/** 送达地址确认书: what the retailer said; it holds for this item. */
export function AddressForm({ detail: { item } }: { detail: ItemDetail }) {
  const t = texts.useTexts()
  const [fields, setFields] = useState({
    address: item.address,
    phone: '',
    lng: item.position === null ? '' : String(item.position.lng),
    lat: item.position === null ? '' : String(item.position.lat),
  })
  const save = useWrite((body: CallInput<typeof routes.confirmAddress>['body']) =>
    call(routes.confirmAddress, { params: { itemNo: item.itemNo }, body }),
  )
  const [lng, lat] = [Number(fields.lng), Number(fields.lat)]
  const placed = fields.lng !== '' && fields.lat !== '' && Number.isFinite(lng) && Number.isFinite(lat)
  const heads = [
    ['address', 'address.new'],
    ['phone', 'address.phone'],
    ['lng', 'address.lng'],
    ['lat', 'address.lat'],
  ] as const
  return (
    <details className="card">
      <summary>{t('address.title')}</summary>
      <form
        className="delivery-form"
        onSubmit={event => {
          event.preventDefault()
          save.mutate({
            address: fields.address,
            ...(fields.phone === '' ? {} : { phone: fields.phone }),
            position: placed ? { lng, lat } : null,
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
        {save.isError ? <FailedToLoad error={save.error} retry={() => save.reset()} /> : null}
        <Button htmlType="submit" loading={save.isPending}>
          {t('address.save')}
        </Button>
      </form>
    </details>
  )
}
