import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { type Origin, origins, caseRoutes as routes, violationNames } from '#contract/cases'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'

const empty = { about: '', licenceNo: '', name: '', idNo: '', address: '', phone: '' }

/** 登记案件来源: from what, about whom, what it is about. What was entered stays when the server says no. */
export function OpenCase({ close }: { close: () => void }) {
  const t = texts.useTexts()
  const id = useId()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [path, setPath] = useState<'ordinary' | 'simple'>('ordinary')
  const [origin, setOrigin] = useState<Origin>('clue')
  const [violation, setViolation] = useState<string>()
  const [kind, setKind] = useState<'person' | 'organisation'>('person')
  const [words, setWords] = useState(empty)
  const { licenceNo, about, name, idNo, address, phone } = words
  const party =
    licenceNo.trim() === ''
      ? { party: { kind, name, idNo, address, phone, represented: '' } }
      : { licenceNo: licenceNo.trim() }
  const send = useMutation({
    mutationFn: () =>
      call(routes.open, { body: { path, about, origin, ...party, ...(violation ? { violation } : {}) } }),
    onSuccess: ({ no }) => {
      void queries.invalidateQueries({ queryKey: ['cases'] })
      void navigate({ to: '/cases/$no', params: { no } })
    },
  })
  const field = (key: keyof typeof empty) => (
    <div className="field">
      <label htmlFor={`${id}${key}`}>{t(`open.${key}`)}</label>
      <Input
        id={`${id}${key}`}
        value={words[key]}
        maxLength={200}
        onChange={event => setWords({ ...words, [key]: event.target.value })}
      />
    </div>
  )
  const options = (table: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) =>
    Object.entries(table).map(([value, { zh, en }]) => ({ value, label: pick(zh, en) }))
  return (
    <form
      className="card case-form"
      aria-label={t('open')}
      onSubmit={event => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}path`}>{t('open.path')}</label>
        <Select
          id={`${id}path`}
          value={path}
          onChange={setPath}
          options={[
            { value: 'ordinary', label: t('path.ordinary') },
            { value: 'simple', label: t('path.simple') },
          ]}
        />
      </div>
      {field('about')}
      <div className="field">
        <label htmlFor={`${id}origin`}>{t('open.origin')}</label>
        <Select id={`${id}origin`} value={origin} onChange={setOrigin} options={options(origins)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}violation`}>{t('open.violation')}</label>
        <Select
          id={`${id}violation`}
          allowClear
          value={violation ?? null}
          onChange={value => setViolation(value ?? undefined)}
          options={options(violationNames)}
        />
      </div>
      {field('licenceNo')}
      {licenceNo.trim() === '' ? (
        <>
          <div className="field">
            <label htmlFor={`${id}kind`}>{t('open.kind')}</label>
            <Select
              id={`${id}kind`}
              value={kind}
              onChange={setKind}
              options={[
                { value: 'person', label: t('kind.person') },
                { value: 'organisation', label: t('kind.organisation') },
              ]}
            />
          </div>
          {field('name')}
          {field('idNo')}
          {field('address')}
          {field('phone')}
        </>
      ) : null}
      <div className="case-actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={about.trim() === '' || (licenceNo.trim() === '' && name.trim() === '')}
          loading={send.isPending}
        >
          {t('open.now')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
      <Refused error={send.error} />
    </form>
  )
}
