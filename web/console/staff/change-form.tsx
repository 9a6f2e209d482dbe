import { Alert, Button, Checkbox, Form, type GetProps, Input, Select } from 'antd'
import type { StaffMember } from '#contract/access'
import { accountRoles } from '#kernel/actor'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { roleTexts } from '../app/role-texts.ts'
import { useAreas } from '../app/use-towns.ts'
import { AgencyField } from './agency-field.tsx'
import { texts } from './texts.ts'
import { usePropose } from './use-staff.ts'

interface Fields {
  account: string
  name: string
  roles: StaffMember['roles']
  areas: string[]
  phone?: string
  onDuty: boolean
  closed: boolean
  agencyId?: string
  no?: string
  from?: string
  to?: string
}

const begin = (member: StaffMember | undefined): Partial<Fields> => ({
  account: member?.account ?? '',
  name: member?.name ?? '',
  roles: member?.roles ?? [],
  areas: member?.areas ?? [],
  onDuty: member?.onDuty ?? false,
  closed: member?.state === 'closed',
  ...(member?.certificate ?? {}),
  ...(member?.agencyId == null ? {} : { agencyId: member.agencyId }),
})

/** 提出变更, the first of two persons: the whole account, so that the second sees everything he confirms. */
export function ChangeForm({ member, close }: { member: StaffMember | undefined; close: () => void }) {
  const t = texts.useTexts()
  const propose = usePropose()
  const [form] = Form.useForm<Fields>()
  const send = ({ account, name, roles, areas, phone = '', onDuty, closed, ...rest }: Fields) => {
    const { no = '', from = '', to = '', agencyId } = rest
    const certificate = no === '' ? null : { no, from, to }
    const agency = roles.includes('partner') && agencyId !== undefined ? { agencyId } : {}
    const state = closed ? 'closed' : 'active'
    const wanted = { name, roles, areas, state, onDuty, certificate, ...agency } as const
    const kind = member === undefined ? 'create' : 'change'
    propose.mutate({ kind, account, wanted, phone: phone.trim() === '' ? null : phone })
  }
  const title = member === undefined ? t('form.create') : t('form.change', { name: member.name })
  return (
    <section className="card staff-form" aria-label={title}>
      <h2>{title}</h2>
      {propose.isError ? <FailedToLoad error={propose.error} retry={() => propose.reset()} /> : null}
      {propose.isSuccess ? (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('sent')}
          action={<Button onClick={close}>{t('close')}</Button>}
        />
      ) : (
        <Form<Fields> form={form} layout="vertical" requiredMark={false} initialValues={begin(member)} onFinish={send}>
          <Who created={member !== undefined} />
          <What />
          <Button type="primary" htmlType="submit" loading={propose.isPending}>
            {t('submit')}
          </Button>{' '}
          <Button onClick={close}>{t('close')}</Button>
        </Form>
      )}
    </section>
  )
}

function Who({ created }: { created: boolean }) {
  const t = texts.useTexts()
  const required = [{ required: true, whitespace: true, message: t('required') }]
  return (
    <div className="staff-fields">
      <Form.Item name="account" label={t('account')} rules={required}>
        <Input maxLength={40} disabled={created} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={required}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('phone')} extra={created ? t('phone.keep') : null}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </div>
  )
}

/** The form's `aria-required` is for fields, not for the group of boxes. */
function Roles({ id, value, onChange, options }: GetProps<typeof Checkbox.Group> & { id?: string }) {
  return (
    <div id={id}>
      <Checkbox.Group {...(value ? { value } : {})} {...(onChange ? { onChange } : {})} options={options ?? []} />
    </div>
  )
}

function What() {
  const t = texts.useTexts()
  const role = roleTexts.useTexts()
  const areas = (useAreas().data?.items ?? []).filter(area => area.code.length === 6 || area.kind === 'town')
  const some = [{ required: true, type: 'array' as const, message: t('required') }]
  const whole = {
    validator: async (_: unknown, value: string | undefined) => {
      if ((value ?? '') === '') throw new Error(t('certificate.whole'))
    },
  }
  return (
    <>
      <Form.Item name="roles" label={t('roles')} rules={some}>
        <Roles options={accountRoles.map(value => ({ value, label: role(value) }))} />
      </Form.Item>
      <AgencyField />
      <div className="staff-fields">
        <Form.Item name="areas" label={t('areas')} rules={some}>
          <Select
            mode="multiple"
            optionFilterProp="label"
            options={areas.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="no" label={t('certificate.no')}>
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
        <Form.Item noStyle dependencies={['no']}>
          {({ getFieldValue }) =>
            (getFieldValue('no') ?? '') === '' ? null : (
              <>
                <Form.Item name="from" label={t('certificate.from')} rules={[whole]}>
                  <Input type="date" />
                </Form.Item>
                <Form.Item name="to" label={t('certificate.to')} rules={[whole]}>
                  <Input type="date" />
                </Form.Item>
              </>
            )
          }
        </Form.Item>
      </div>
      <Form.Item name="onDuty" valuePropName="checked" noStyle>
        <Checkbox>{t('duty')}</Checkbox>
      </Form.Item>
      <Form.Item name="closed" valuePropName="checked">
        <Checkbox>{t('state.closed')}</Checkbox>
      </Form.Item>
    </>
  )
}
