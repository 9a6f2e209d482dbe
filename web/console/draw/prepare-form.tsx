import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { drawRoutes as routes } from '#contract/inspection'
import { call } from '../../shared/api.ts'
import { Refused } from '../app/refused.tsx'
import { roleTexts } from '../app/role-texts.ts'
import { itemCodes, texts } from './texts.ts'

/** 准备抽查: what is looked at, when, and who makes the chance. Lists come from the register by themselves. */
export function PrepareForm({ close }: { close: () => void }) {
  const t = texts.useTexts()
  const role = roleTexts.useTexts()
  const id = useId()
  const queries = useQueryClient()
  const go = useNavigate()
  const options = useQuery({ queryKey: ['drawOptions'], queryFn: ({ signal }) => call(routes.options, { signal }) })
  const [title, setTitle] = useState('')
  const [items, setItems] = useState<string[]>(['C01'])
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [staff, setStaff] = useState<string[]>([])
  const [outside, setOutside] = useState('')
  const [publicValue, setPublicValue] = useState('')
  const [repeats, setRepeats] = useState<string>()
  const send = useMutation({
    mutationFn: () =>
      call(routes.prepare, {
        body: {
          title,
          items: items.map(code => ({ code, name: texts.t(`item.${code as (typeof itemCodes)[number]}`, {}, 'zh') })),
          visitsFrom: from,
          visitsTo: to,
          publicValue: publicValue.trim() === '' ? null : publicValue,
          repeats: repeats ?? null,
          parties: [
            ...staff.map(value => {
              const [staffId = '', post = ''] = value.split(' ')
              return { kind: 'staff' as const, staffId, post }
            }),
            ...outside
              .split(/[、\n，,]/u)
              .map(name => name.trim())
              .filter(Boolean)
              .map(name => ({ kind: 'outside' as const, name })),
          ],
        },
      }),
    onSuccess: async ({ id: drawId }) => {
      await queries.invalidateQueries({ queryKey: ['draws'] })
      await go({ to: '/draws/$drawId', params: { drawId } })
    },
  })
  const people = (options.data?.staff ?? []).flatMap(one =>
    one.roles.map(post => ({
      value: `${one.id} ${post}`,
      label: `${one.name}（${role(post as Parameters<typeof role>[0])}）`,
    })),
  )
  return (
    <section className="card draw-form" aria-label={t('prepare')}>
      <h2>{t('prepare')}</h2>
      <div className="field">
        <label htmlFor={`${id}-title`}>{t('name')}</label>
        <Input id={`${id}-title`} maxLength={120} value={title} onChange={event => setTitle(event.target.value)} />
      </div>
      <fieldset className="field">
        <legend>{t('items')}</legend>
        <Checkbox.Group
          value={items}
          onChange={setItems}
          options={itemCodes.map(code => ({ value: code, label: t(`item.${code}`) }))}
        />
      </fieldset>
      <div className="draw-row">
        <div className="field">
          <label htmlFor={`${id}-from`}>{t('visitsFrom')}</label>
          <Input id={`${id}-from`} type="date" value={from} onChange={event => setFrom(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-to`}>{t('visitsTo')}</label>
          <Input id={`${id}-to`} type="date" value={to} onChange={event => setTo(event.target.value)} />
        </div>
      </div>
      <div className="field">
        <label htmlFor={`${id}-staff`}>{t('partiesStaff')}</label>
        <Select
          id={`${id}-staff`}
          mode="multiple"
          className="draw-wide"
          optionFilterProp="label"
          value={staff}
          onChange={setStaff}
          options={people}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-outside`}>{t('partiesOutside')}</label>
        <Input
          id={`${id}-outside`}
          value={outside}
          maxLength={300}
          onChange={event => setOutside(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-value`}>{t('publicValue')}</label>
        <Input
          id={`${id}-value`}
          value={publicValue}
          maxLength={200}
          onChange={event => setPublicValue(event.target.value)}
        />
      </div>
      {(options.data?.voided.length ?? 0) === 0 ? null : (
        <div className="field">
          <label htmlFor={`${id}-repeats`}>{t('repeats')}</label>
          <Select
            id={`${id}-repeats`}
            allowClear
            className="draw-wide"
            value={repeats}
            onChange={setRepeats}
            options={(options.data?.voided ?? []).map(value => ({ value, label: value }))}
          />
        </div>
      )}
      <div className="draw-actions">
        <Button
          type="primary"
          loading={send.isPending}
          disabled={title.trim() === '' || items.length === 0 || from === '' || to === ''}
          onClick={() => send.mutate()}
        >
          {t('save')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </section>
  )
}
