import { Alert, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { TerminalSettings } from '#contract/access'
import { formatCount } from '../../shared/format.ts'
import { FailedToLoad } from '../app/problem-alert.tsx'
import { fleetTexts } from './fleet-texts.ts'
import { useSetTerminals } from './use-fleet.ts'

/** Where nothing is said yet, what a bureau usually wants. */
const usual: TerminalSettings = {
  opensAt: '08:30',
  closesAt: '17:30',
  openDays: [1, 2, 3, 4, 5, 6, 7],
  idleSeconds: 60,
  voice: 'mandarin',
  volume: 70,
  sleepPicture: 'welcome',
  notice: '',
}

/**
 * 远程设置 of one or many terminals: the whole small set at once, so that nobody wonders what the rest is. The
 * picture of rest is kept as it is and not offered: no screen of the terminal shows one yet.
 */
export function SettingsForm({ ids, from = usual }: { ids: readonly string[]; from?: TerminalSettings }) {
  const t = fleetTexts.useTexts()
  const set = useSetTerminals()
  const days = [1, 2, 3, 4, 5, 6, 7].map(day => ({ value: day, label: t(`day.${day as 1 | 2 | 3 | 4 | 5 | 6 | 7}`) }))
  return (
    <Form<TerminalSettings>
      layout="inline"
      className="settings-form"
      initialValues={from}
      requiredMark={false}
      onFinish={settings =>
        set.mutate({ terminalIds: [...ids], settings: { ...from, ...settings, notice: settings.notice ?? '' } })
      }
    >
      <Form.Item name="opensAt" label={t('opensAt')} rules={[{ required: true }]}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="closesAt" label={t('closesAt')} rules={[{ required: true }]}>
        <Input type="time" />
      </Form.Item>
      <Form.Item name="openDays" label={t('openDays')}>
        <Checkbox.Group options={days} />
      </Form.Item>
      <Form.Item name="idleSeconds" label={t('idleSeconds')} rules={[{ required: true }]}>
        <InputNumber min={30} max={90} />
      </Form.Item>
      <Form.Item name="voice" label={t('voice')}>
        <Select
          className="filter-select"
          options={(['mandarin', 'cantonese', 'off'] as const).map(value => ({ value, label: t(`voice.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="volume" label={t('volume')} rules={[{ required: true }]}>
        <InputNumber min={0} max={100} />
      </Form.Item>
      <Form.Item name="notice" label={t('notice')} extra={t('notice.help')} className="settings-notice">
        <Input maxLength={60} />
      </Form.Item>
      <p className="quiet small settings-notice">{t('hours.help')}</p>
      <Button htmlType="submit" type="primary" loading={set.isPending}>
        {t('settings.submit')}
      </Button>
      {set.isError ? <FailedToLoad error={set.error} retry={() => set.reset()} /> : null}
      {set.data ? (
        <Alert type="success" role="status" title={t('settings.done', { count: formatCount(set.data.changed) })} />
      ) : null}
    </Form>
  )
}
