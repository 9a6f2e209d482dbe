import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { staffAdminRoutes as routes } from '#contract/access'
import { call, Problem } from '../../shared/api.ts'
import { ProblemAlert } from '../app/problem-alert.tsx'
import { texts } from './texts.ts'

interface Opened {
  readonly code: string
  readonly account: string
  readonly name: string
  readonly totpSecret: string
  readonly totpUri: string
}

interface Fields {
  code: string
  password: string
  again: string
  totp: string
}

/** 使用设置码: the person sets password and second factor himself; the secret is shown to nobody else and never again. */
export function SetupForm({ done }: { done: (account?: string) => void }) {
  const t = texts.useTexts()
  const [opened, setOpened] = useState<Opened>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const submit = async ({ code, password, totp }: Fields) => {
    setBusy(true)
    setProblem(undefined)
    try {
      if (opened === undefined) {
        setOpened({ code, ...(await call(routes.openStaffSetup, { body: { code } })) })
      } else {
        await call(routes.finishStaffSetup, { body: { code: opened.code, password, totp } })
        done(opened.account)
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    }
    setBusy(false)
  }
  return (
    <>
      {problem ? <ProblemAlert problem={problem} /> : null}
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit}>
        {opened === undefined ? (
          <Form.Item
            name="code"
            label={t('setup.code')}
            extra={t('setup.code.help')}
            rules={[{ required: true, message: t('setup.code.missing') }]}
          >
            <Input size="large" maxLength={64} autoComplete="off" autoFocus />
          </Form.Item>
        ) : (
          <Factors opened={opened} />
        )}
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t(opened === undefined ? 'setup.open' : 'setup.finish')}
        </Button>
      </Form>
      <p>
        <Button type="link" className="bare" onClick={() => done()}>
          {t('setup.back')}
        </Button>
      </p>
    </>
  )
}

function Factors({ opened }: { opened: Opened }) {
  const t = texts.useTexts()
  return (
    <>
      <p>
        <strong>{opened.name}</strong> <span className="quiet">{opened.account}</span>
      </p>
      <Alert
        type="info"
        title={t('setup.secret')}
        description={
          <>
            <output className="one-time-code setup-secret">{opened.totpSecret.replace(/(.{4})(?=.)/g, '$1 ')}</output>
            <p>
              <a href={opened.totpUri}>{t('setup.uri')}</a>
            </p>
          </>
        }
      />
      <Form.Item
        className="gap-above"
        name="totp"
        label={t('code')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('code.missing') }]}
      >
        <Input size="large" maxLength={6} inputMode="numeric" autoComplete="one-time-code" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('setup.password')}
        extra={t('setup.password.help')}
        rules={[{ required: true, min: 12, message: t('setup.password.help') }]}
      >
        <Input.Password size="large" maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('setup.again')}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, value) => {
              if (value !== getFieldValue('password')) throw new Error(t('setup.again.wrong'))
            },
          }),
        ]}
      >
        <Input.Password size="large" maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
