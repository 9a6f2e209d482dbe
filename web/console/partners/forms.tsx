import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import {
  type AgencyKind,
  type AgencyList,
  type AgencyView,
  agencyKinds,
  agencyRoutes,
  type Field,
  fields,
  type ItemKind,
  itemKinds,
} from '#contract/partners'
import { call } from '../../shared/api.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { texts } from './texts.ts'
import { useAct } from './use-partners.ts'

const must = [{ required: true }]

function useOptions<K extends string>(table: Readonly<Record<K, { readonly zh: string; readonly en: string }>>) {
  const language = useLanguage()
  return (Object.keys(table) as K[]).map(value => ({
    value,
    label: pick(table[value].zh, table[value].en, language),
  }))
}

interface Framed<Values> {
  readonly title: string
  readonly children: ReactNode
  readonly close: () => void
  readonly act: { readonly isPending: boolean; readonly error: Error | null }
  readonly send: (values: Values) => void
  readonly begin?: Partial<Values>
}

function Framed<Values extends object>({ title, children, close, act, send, begin = {} }: Framed<Values>) {
  const t = texts.useTexts()
  return (
    <Form<Values>
      className="partner-form gap-above"
      layout="vertical"
      requiredMark={false}
      aria-label={title}
      initialValues={begin}
      onFinish={send}
    >
      <Refused error={act.error} />
      {children}
      <div className="partner-row">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {t('save')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </Form>
  )
}

interface AgencyFields {
  readonly kind: AgencyKind
  readonly name: string
  readonly areas: string
  readonly publicKey?: string
}

export function AddAgency({ close }: { close: () => void }) {
  const t = texts.useTexts()
  const kinds = useOptions(agencyKinds)
  const add = useAct(async ({ areas, publicKey = '', ...rest }: AgencyFields) => {
    const key = publicKey.trim().toLowerCase()
    const body = { ...rest, areas: areas.split(/[,，、\s]+/u).filter(Boolean), publicKey: key === '' ? null : key }
    await call(agencyRoutes.addAgency, { body })
    close()
  })
  return (
    <Framed<AgencyFields> title={t('addAgency')} close={close} act={add} send={add.mutate} begin={{ areas: '440785' }}>
      <Form.Item name="kind" label={t('kind')} rules={must}>
        <Select options={kinds} />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={must}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="areas" label={t('areas')} rules={must}>
        <Input />
      </Form.Item>
      <Form.Item name="publicKey" label={t('publicKey')}>
        <Input.TextArea rows={2} maxLength={130} />
      </Form.Item>
    </Framed>
  )
}

interface ContactFields {
  readonly name: string
  readonly duty: string
  readonly phone: string
  readonly accountId?: string
}

interface Contacting {
  readonly agencyId: string
  readonly accounts: AgencyList['accounts']
  readonly close: () => void
}

export function AddContact({ agencyId, accounts, close }: Contacting) {
  const t = texts.useTexts()
  const add = useAct(async ({ accountId = '', ...rest }: ContactFields) => {
    const body = { ...rest, accountId: accountId === '' ? null : accountId }
    await call(agencyRoutes.addContact, { params: { id: agencyId }, body })
    close()
  })
  return (
    <Framed<ContactFields> title={t('addContact')} close={close} act={add} send={add.mutate}>
      <Form.Item name="name" label={t('person')} rules={must}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="duty" label={t('duty')} rules={must}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="phone" label={t('phone')} rules={must}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="accountId" label={t('account')}>
        <Select
          allowClear
          placeholder={t('noAccount')}
          options={accounts.map(one => ({ value: one.id, label: `${one.account} ${one.name}` }))}
        />
      </Form.Item>
    </Framed>
  )
}

interface AgreementFields {
  readonly contactId: string
  readonly purpose: string
  readonly items: ItemKind[]
  readonly fields: Field[]
  readonly monthlyQuota: number
  readonly dailyReads: number
  readonly secondHand: boolean
  readonly from: string
  readonly until: string
}

/** Days as the calendar has them here: from the first minute of the one to the last of the other. */
const from = (day: string) => `${day}T00:00:00+08:00`
const to = (day: string) => `${day}T23:59:59+08:00`

export function AddAgreement({ agency, close }: { agency: AgencyView; close: () => void }) {
  const t = texts.useTexts()
  const kinds = useOptions(itemKinds)
  const names = useOptions(fields)
  const add = useAct(async (asked: AgreementFields) => {
    const body = { ...asked, agencyId: agency.id, from: from(asked.from), until: to(asked.until) }
    await call(agencyRoutes.proposeAgreement, { body })
    close()
  })
  const begin = { monthlyQuota: 20, dailyReads: 100, secondHand: false }
  const people = agency.contacts.filter(one => one.state === 'active')
  return (
    <Framed<AgreementFields> title={t('addAgreement')} close={close} act={add} send={add.mutate} begin={begin}>
      <Form.Item name="contactId" label={t('contact')} rules={must}>
        <Select options={people.map(one => ({ value: one.id, label: `${one.name} ${one.duty}` }))} />
      </Form.Item>
      <Form.Item name="purpose" label={t('purpose')} rules={must}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="items" label={t('kinds')} rules={must}>
        <Select mode="multiple" optionFilterProp="label" options={kinds} />
      </Form.Item>
      <Form.Item name="fields" label={t('fields')} rules={must}>
        <Select mode="multiple" optionFilterProp="label" options={names} />
      </Form.Item>
      <div className="partner-row">
        <Form.Item name="monthlyQuota" label={t('quota')} rules={must}>
          <InputNumber min={1} max={10_000} />
        </Form.Item>
        <Form.Item name="dailyReads" label={t('reads')} rules={must}>
          <InputNumber min={1} max={100_000} />
        </Form.Item>
        <Form.Item name="from" label={t('from')} rules={must}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={t('until')} rules={must}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="secondHand" valuePropName="checked">
        <Checkbox>{t('secondHand')}</Checkbox>
      </Form.Item>
    </Framed>
  )
}
