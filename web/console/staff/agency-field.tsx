import { Form, Select } from 'antd'
import { useAgencies } from '../partners/use-partners.ts'
import { texts } from './texts.ts'

/** 协作单位 of an account with the role partner; of no other. */
export function AgencyField() {
  return (
    <Form.Item noStyle dependencies={['roles']}>
      {({ getFieldValue }) => ((getFieldValue('roles') ?? []).includes('partner') ? <Agencies /> : null)}
    </Form.Item>
  )
}

function Agencies() {
  const t = texts.useTexts()
  const agencies = useAgencies().data?.items ?? []
  return (
    <Form.Item name="agencyId" label={t('agency')} rules={[{ required: true, message: t('required') }]}>
      <Select optionFilterProp="label" options={agencies.map(({ id, name }) => ({ value: id, label: name }))} />
    </Form.Item>
  )
}
