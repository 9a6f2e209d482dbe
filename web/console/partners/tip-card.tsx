import { Alert, Button, Form, Input, Select } from 'antd'
import { type TipAsked, type TipView, tipMatters, tipOutcomes, tipRoutes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { formatInstant } from '../../shared/format.ts'
import { pick } from '../../shared/i18n.ts'
import { useLanguage } from '../../shared/language.ts'
import { Refused } from '../app/refused.tsx'
import { tipTexts } from './tip-texts.ts'
import { useAct, useTips } from './use-partners.ts'

const must = [{ required: true }]

/** 报送线索: what this agency tells us, and what it told with whether it was taken. */
export function TipCard() {
  const t = tipTexts.useTexts()
  const language = useLanguage()
  const [form] = Form.useForm<TipAsked>()
  const told = useTips().data?.items ?? []
  const tell = useAct(async (asked: TipAsked) => {
    const reply = await call(tipRoutes.tell, { body: { ...asked, ref: asked.ref.trim() } })
    form.resetFields()
    return reply
  })
  return (
    <section className="card gap-above" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="quiet">{t('intro')}</p>
      <Form<TipAsked>
        form={form}
        className="partner-form"
        layout="vertical"
        requiredMark={false}
        aria-label={t('title')}
        initialValues={{ ref: '' }}
        onFinish={tell.mutate}
      >
        <Refused error={tell.error} />
        <Form.Item name="matter" label={t('matter')} rules={must}>
          <Select
            options={Object.entries(tipMatters).map(([value, word]) => ({
              value,
              label: pick(word.zh, word.en, language),
            }))}
          />
        </Form.Item>
        <Form.Item name="text" label={t('text')} rules={must}>
          <Input.TextArea rows={4} maxLength={3000} />
        </Form.Item>
        <Form.Item name="ref" label={t('ref')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={tell.isPending}>
          {t('send')}
        </Button>
      </Form>
      {tell.data === undefined ? null : (
        <Alert className="gap-above" type="success" showIcon title={t('done', { no: tell.data.no })} />
      )}
      {told.length === 0 ? null : (
        <ul className="gap-above" aria-label={t('told')}>
          {told.map(one => (
            <Told key={one.no} one={one} at={formatInstant(one.at, language)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Told({ one, at }: { one: TipView; at: string }) {
  const t = tipTexts.useTexts()
  const language = useLanguage()
  return (
    <li>
      {one.no}
      {one.ref === one.no ? '' : ` ${one.ref}`} · {at} ·{' '}
      {pick(tipMatters[one.matter].zh, tipMatters[one.matter].en, language)} ·{' '}
      {one.clueNo === null ? t('waiting') : t('taken', { no: one.clueNo })}
      <div className="quiet">{one.text}</div>
      {one.outcome === null || one.answeredAt === null ? null : (
        <div>
          <strong>
            {t('outcome', {
              outcome: pick(tipOutcomes[one.outcome].zh, tipOutcomes[one.outcome].en, language),
              at: formatInstant(one.answeredAt, language),
            })}
          </strong>{' '}
          {one.answer}
        </div>
      )}
    </li>
  )
}
