import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { type AgencyKeyView, agencyKeyRoutes } from '#contract/access'
import { type AgencyView, agencyRoutes } from '#contract/partners'
import { call } from '../../shared/api.ts'
import { mayUse } from '../app/permissions.ts'
import { Refused } from '../app/refused.tsx'
import { useStaff } from '../session/session.ts'
import { texts } from './texts.ts'
import { useAct } from './use-partners.ts'

/** 收件公钥 and 接口密钥 of one agency: the first seals packages to it, the second lets its system in. */
export function Keys({ agency }: { agency: AgencyView }) {
  const staff = useStaff()
  return (
    <>
      {mayUse(agencyRoutes.setKey, staff) ? <PackageKey agency={agency} /> : null}
      {mayUse(agencyKeyRoutes.listKeys, staff) ? <SystemKeys agencyId={agency.id} /> : null}
    </>
  )
}

function PackageKey({ agency }: { agency: AgencyView }) {
  const t = texts.useTexts()
  const [key, setKey] = useState<string>()
  const save = useAct(async (publicKey: string) => {
    await call(agencyRoutes.setKey, { params: { id: agency.id }, body: { publicKey } })
    setKey(undefined)
  })
  if (key === undefined)
    return (
      <Button className="gap-above" onClick={() => setKey('')}>
        {t('setKey')}
      </Button>
    )
  const plain = key.trim().toLowerCase()
  return (
    <div className="partner-row">
      <Input aria-label={t('setKey')} maxLength={130} value={key} onChange={event => setKey(event.target.value)} />
      <Button disabled={!/^04[0-9a-f]{128}$/.test(plain)} loading={save.isPending} onClick={() => save.mutate(plain)}>
        {t('save')}
      </Button>
      <Button onClick={() => setKey(undefined)}>{t('cancel')}</Button>
      <Refused error={save.error} />
    </div>
  )
}

function SystemKeys({ agencyId }: { agencyId: string }) {
  const t = texts.useTexts()
  const keys = useQuery({
    queryKey: ['partners', 'keys'],
    queryFn: ({ signal }) => call(agencyKeyRoutes.listKeys, { signal }),
  })
  const [adding, setAdding] = useState(false)
  const may = mayUse(agencyKeyRoutes.proposeKey, useStaff())
  const own = keys.data?.items.filter(one => one.agencyId === agencyId) ?? []
  return (
    <>
      {own.map(one => (
        <SystemKey key={one.id} one={one} />
      ))}
      {may && !adding ? (
        <Button className="gap-above" onClick={() => setAdding(true)}>
          {t('addKey')}
        </Button>
      ) : null}
      {adding ? <AddKey agencyId={agencyId} close={() => setAdding(false)} /> : null}
    </>
  )
}

function SystemKey({ one }: { one: AgencyKeyView }) {
  const t = texts.useTexts()
  const staff = useStaff()
  const params = { id: one.id }
  const confirm = useAct(() => call(agencyKeyRoutes.confirmKey, { params }))
  const revoke = useAct(() => call(agencyKeyRoutes.revokeKey, { params }))
  return (
    <div className="partner-row">
      {t('systemKey', { name: one.name })} · {t(`key.${one.state}`)} <code className="partner-digest">{one.id}</code>
      {one.state === 'proposed' && mayUse(agencyKeyRoutes.confirmKey, staff) ? (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
          {t('agree')}
        </Button>
      ) : null}
      {one.state !== 'revoked' && mayUse(agencyKeyRoutes.revokeKey, staff) ? (
        <Button danger loading={revoke.isPending} onClick={() => revoke.mutate(undefined)}>
          {t('revoke')}
        </Button>
      ) : null}
      <Refused error={confirm.error ?? revoke.error} />
    </div>
  )
}

interface KeyFields {
  readonly name: string
  readonly publicKey: string
  readonly webhookUrl?: string
}

function AddKey({ agencyId, close }: { agencyId: string; close: () => void }) {
  const t = texts.useTexts()
  const add = useAct(async ({ name, publicKey, webhookUrl = '' }: KeyFields) => {
    const url = webhookUrl.trim()
    const body = { agencyId, name, publicKey: publicKey.trim().toLowerCase(), webhookUrl: url === '' ? null : url }
    await call(agencyKeyRoutes.proposeKey, { body })
    close()
  })
  return (
    <Form<KeyFields>
      className="partner-form gap-above"
      layout="vertical"
      requiredMark={false}
      aria-label={t('addKey')}
      onFinish={add.mutate}
    >
      <Refused error={add.error} />
      <Form.Item name="name" label={t('keyName')} rules={[{ required: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="publicKey" label={t('keyPublic')} rules={[{ required: true }]}>
        <Input.TextArea rows={2} maxLength={130} />
      </Form.Item>
      <Form.Item name="webhookUrl" label={t('keyUrl')}>
        <Input maxLength={300} />
      </Form.Item>
      <div className="partner-row">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('save')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </Form>
  )
}
