import { Button, Form, Input, Select } from 'antd'
import { routes as access } from '#contract/access'
import { mayUse } from '../app/permissions.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { useTowns } from '../app/use-towns.ts'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'
import { usePropose } from './use-terminals.ts'

interface Fields {
  code: string
  name: string
  areaCode: string
}

/** 登记终端, the first of two persons. */
export function ProposeTerminal() {
  const t = texts.useTexts()
  const staff = useStaff()
  const towns = useTowns()
  const [form] = Form.useForm<Fields>()
  const propose = usePropose()
  const allowed = mayUse(access.proposeTerminal, staff)
  const required = [{ required: true, whitespace: true, message: t('propose.missing') }]
  return (
    <section className="card" aria-labelledby="propose-head">
      <h2 id="propose-head">{t('propose')}</h2>
      <p className="quiet small">{t(allowed ? 'propose.help' : 'propose.not')}</p>
      {propose.isError ? <FailedToLoad error={propose.error} retry={() => propose.reset()} /> : null}
      <Form<Fields>
        form={form}
        layout="inline"
        disabled={!allowed}
        requiredMark={false}
        onFinish={fields => propose.mutate(fields, { onSuccess: () => form.resetFields() })}
      >
        <Form.Item name="code" label={t('propose.code')} rules={required}>
          <Input maxLength={32} />
        </Form.Item>
        <Form.Item name="name" label={t('propose.name')} rules={required}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="areaCode" label={t('propose.area')} rules={required}>
          <Select className="filter-select" options={towns.map(town => ({ value: town.code, label: town.name }))} />
        </Form.Item>
        <Button htmlType="submit" loading={propose.isPending}>
          {t('propose.submit')}
        </Button>
      </Form>
    </section>
  )
}
