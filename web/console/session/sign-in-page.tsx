import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Problem } from '../../shared/api.ts'
import { readDocumentFacts } from '../app/document-facts.ts'
import { LanguageSwitch } from '../app/language-switch.tsx'
import { ProblemAlert } from '../app/problem-alert.tsx'
import { type DemoAccount, DemoAccounts } from './demo-accounts.tsx'
import { signIn, signOut, useSession } from './session.ts'
import './session.css'
import { SetupForm } from './setup-form.tsx'
import { texts } from './texts.ts'

interface Fields {
  account: string
  password: string
  code: string
}

/** Account, password and one-time code; after a lock the same page for the same person. */
export function SignInPage() {
  const t = texts.useTexts()
  const session = useSession()
  const [problem, setProblem] = useState<Problem>()
  const [form] = Form.useForm<Fields>()
  const [busy, setBusy] = useState(false)
  const [setup, setSetup] = useState<'asked' | 'done'>()
  const locked = session.state === 'locked' ? session : undefined
  const submit = async (fields: Fields) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await signIn({ ...fields, account: fields.account.trim() })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
      setBusy(false)
    }
  }
  return (
    <main className="sign-in">
      <div className="sign-in-head">
        <p className="sign-in-product">{t('product')}</p>
        <LanguageSwitch />
      </div>
      <h1>{t(setup === 'asked' ? 'setup.title' : locked ? 'title.locked' : 'title')}</h1>
      {setup === 'asked' ? (
        <SetupForm
          done={account => {
            setSetup(account === undefined ? undefined : 'done')
            if (account !== undefined) form.setFieldsValue({ account })
          }}
        />
      ) : (
        <>
          {locked ? <p>{t(`locked.${locked.reason}`, { name: locked.staff.name })}</p> : null}
          {setup === 'done' ? <Alert type="success" showIcon role="status" title={t('setup.done')} /> : null}
          {problem ? <ProblemAlert problem={problem} /> : null}
          <Form<Fields>
            form={form}
            layout="vertical"
            requiredMark={false}
            initialValues={{ account: locked?.staff.account ?? '' }}
            onFinish={submit}
          >
            <SignInFields locked={locked !== undefined} />
            <Button type="primary" htmlType="submit" size="large" block loading={busy}>
              {t('submit')}
            </Button>
          </Form>
          {locked ? (
            <p className="quiet">
              <Button type="link" className="bare" onClick={() => void signOut()}>
                {t('other')}
              </Button>{' '}
              {t('other.help')}
            </p>
          ) : (
            <>
              <p>
                <Button type="link" className="bare" onClick={() => setSetup('asked')}>
                  {t('setup')}
                </Button>
              </p>
              <DemoHint fill={account => form.setFieldsValue(account)} />
            </>
          )}
        </>
      )}
    </main>
  )
}

function SignInFields({ locked }: { locked: boolean }) {
  const t = texts.useTexts()
  return (
    <>
      <Form.Item name="account" label={t('account')} rules={[{ required: true, message: t('account.missing') }]}>
        <Input autoComplete="username" autoFocus={!locked} disabled={locked} maxLength={40} size="large" />
      </Form.Item>
      <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('password.missing') }]}>
        <Input.Password
          autoComplete="current-password"
          autoFocus={locked}
          maxLength={200}
          size="large"
          visibilityToggle={false}
        />
      </Form.Item>
      <Form.Item
        name="code"
        label={t('code')}
        extra={t('code.help')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('code.missing') }]}
      >
        <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} size="large" />
      </Form.Item>
    </>
  )
}

function DemoHint({ fill }: { fill: (account: DemoAccount) => void }) {
  return readDocumentFacts(document).mode === 'demo' ? <DemoAccounts choose={fill} /> : null
}
