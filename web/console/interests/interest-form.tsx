import { Alert, Button, Form, Input, Radio, Select } from 'antd'
import { type InterestKind, interestKinds } from '#contract/access'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'
import { useStateInterest } from './use-interests.ts'

interface Fields {
  staffId: string
  kind: InterestKind
  subject: 'shop' | 'person'
  licenceNo?: string
  name?: string
  idNo?: string
  words: string
  fromOn?: string
  toOn?: string
}

interface Props {
  /** Whom the asker may note one for; empty: only himself. */
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly sent: boolean
  readonly done: () => void
}

const or = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim())

/** 申报、登记: one shop or one person, with the relation in words. */
export function InterestForm({ staff, sent, done }: Props) {
  const t = texts.useTexts()
  const language = useLanguage()
  const me = useStaff()
  const send = useStateInterest(done)
  const submit = ({ staffId, kind, subject, licenceNo = '', name = '', idNo = '', words, fromOn, toOn }: Fields) =>
    send.mutate({
      staffId: staffId === me.id ? null : staffId,
      ...{ kind, words, fromOn: or(fromOn), toOn: or(toOn) },
      licenceNo: subject === 'shop' ? licenceNo.trim() : null,
      person: subject === 'person' ? { name, idNo } : null,
    })
  const others = staff.filter(({ id }) => id !== me.id).map(({ id: value, name: label }) => ({ value, label }))
  const people = [{ value: me.id, label: t('self', { name: me.name }) }, ...others]
  const kinds = Object.entries(interestKinds).map(([value, words]) => ({ value, label: words[language] }))
  const subjects = (['shop', 'person'] as const).map(value => ({ value, label: t(`subject.${value}`) }))
  const begin = { staffId: me.id, kind: 'relative', subject: 'shop' } as const
  return (
    <section className="card interest" aria-labelledby="interest-form">
      <h2 id="interest-form">{t('form')}</h2>
      {sent ? <Alert type="success" showIcon role="status" title={t('done')} /> : null}
      <Form<Fields> layout="vertical" requiredMark={false} initialValues={begin} onFinish={submit}>
        <div className="interest-fields">
          <Form.Item name="staffId" label={t('staff')}>
            <Select options={people} disabled={others.length === 0} showSearch optionFilterProp="label" />
          </Form.Item>
          <Form.Item name="kind" label={t('kind')}>
            <Select options={kinds} />
          </Form.Item>
        </div>
        <Form.Item name="subject" label={t('subject')}>
          <Radio.Group options={subjects} />
        </Form.Item>
        <Form.Item noStyle dependencies={['subject']}>
          {({ getFieldValue }) => <Subject kind={getFieldValue('subject') as Fields['subject']} />}
        </Form.Item>
        <Form.Item name="words" label={t('words')} rules={[{ required: true, whitespace: true, message: t('words') }]}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
        <div className="interest-fields">
          <Form.Item name="fromOn" label={t('from')}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="toOn" label={t('to')}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Refused error={send.error} />
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('submit')}
        </Button>
      </Form>
    </section>
  )
}

function Subject({ kind }: { kind: Fields['subject'] }) {
  const t = texts.useTexts()
  if (kind === 'shop')
    return (
      <div className="interest-fields">
        <Form.Item
          name="licenceNo"
          label={t('licenceNo')}
          rules={[{ pattern: /^\s*\d{12}\s*$/u, required: true, message: t('licenceNo') }]}
        >
          <Input maxLength={14} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </div>
    )
  return (
    <div className="interest-fields">
      {(['name', 'idNo'] as const).map(field => (
        <Form.Item
          key={field}
          name={field}
          label={t(field)}
          rules={[{ required: true, whitespace: true, message: t(field) }]}
        >
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
      ))}
    </div>
  )
}
