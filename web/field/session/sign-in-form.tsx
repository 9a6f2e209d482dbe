import { Button } from 'antd-mobile'
import { useEffect, useState } from 'react'
import { routes as access } from '#contract/access'
import { call, Problem } from '../../shared/api.ts'
import { areasFor } from '../app/areas.ts'
import { TextField } from '../parts/text-field.tsx'
import { texts } from '../texts.ts'
import type { FieldStaff } from './staff.ts'

interface Props {
  readonly enter: (staff: FieldStaff) => Promise<void>
  /** Only this member of staff: acts on the telephone are his. */
  readonly only?: string
}

interface DemoAccount {
  readonly account: string
  readonly name: string
  readonly password: string
  readonly code: string
}

/** Account, password, one-time code: the same sign-in as the console. */
export function SignInForm({ enter, only }: Props) {
  const t = texts.useTexts()
  const [fields, setFields] = useState({ account: '', password: '', code: '' })
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    setBusy(true)
    setFault(undefined)
    try {
      const staff = await call(access.signIn, { body: { ...fields, account: fields.account.trim() } })
      if (only !== undefined && staff.id !== only) setFault(t('signIn.other'))
      else if (areasFor(staff).length === 0) setFault(t('signIn.role'))
      else await enter(staff)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setFault(`${error.title} ${error.next}`)
    }
    setBusy(false)
  }
  const set = (name: keyof typeof fields) => (value: string) => setFields(old => ({ ...old, [name]: value }))
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField label={t('account')} value={fields.account} set={set('account')} autoComplete="username" />
      <TextField
        label={t('password')}
        value={fields.password}
        set={set('password')}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        label={t('code')}
        value={fields.code}
        set={set('code')}
        inputMode="numeric"
        maxLength={6}
        autoComplete="one-time-code"
      />
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <Button block color="primary" type="submit" loading={busy} className="main-button">
        {t('signIn.submit')}
      </Button>
      <DemoAccounts choose={({ account, password, code }) => setFields({ account, password, code })} />
    </form>
  )
}

/** Demonstration accounts whose duty is outside; the list of the server tells no duties. */
const outdoor = /^(courier|verifier|inspector|partner)/

function DemoAccounts({ choose }: { choose: (account: DemoAccount) => void }) {
  const t = texts.useTexts()
  const [items, setItems] = useState<readonly DemoAccount[]>([])
  useEffect(() => {
    if (document.documentElement.dataset['mode'] !== 'demo') return
    void call(access.demoAccounts)
      .then(list => setItems(list.items.filter(({ account }) => outdoor.test(account))))
      .catch(() => undefined)
  }, [])
  return items.map(item => (
    <Button block key={item.account} className="gap-above" onClick={() => choose(item)}>
      {t('signIn.demo', { name: item.name })}
    </Button>
  ))
}
